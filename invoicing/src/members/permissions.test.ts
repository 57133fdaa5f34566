import { describe, expect, test } from 'vitest'
import {
  keyScopes,
  mayRole,
  permissions,
  permissionsOf,
  permissionsOfKey,
  readRole,
  roles,
  rolesWith,
} from './permissions.ts'

test('an owner may do all there is, so that somebody always can', () => {
  expect(permissionsOf('owner')).toEqual(permissions)
})

test('whoever only looks changes nothing', () => {
  expect(permissionsOf('viewer')).toEqual(['read'])
})

describe('what lets others in, or moves money elsewhere', () => {
  test.each(['settings', 'connection', 'members', 'keys'] as const)(
    '%s is for owners alone',
    (permission) => {
      expect(rolesWith(permission)).toEqual(['owner'])
    },
  )
})

test('a bookkeeper mends what the books refused, and writes no invoice', () => {
  expect(permissionsOf('bookkeeper')).toEqual(['read', 'registers', 'bookings', 'help', 'exports'])
})

test('everybody may look', () => {
  for (const role of roles) expect(mayRole(role, 'read')).toBe(true)
})

test('what is no role is none, also where it is part of one', () => {
  for (const word of ['', 'admin', 'Owner', 'owner,member', 'constructor', null])
    expect(readRole(word)).toBeNull()
})

describe('a key', () => {
  test.each(roles)('of a %s does nothing that its person may not', (role) => {
    for (const scope of keyScopes) {
      for (const permission of permissionsOfKey(role, scope)) expect(mayRole(role, permission)).toBe(true)
    }
  })

  test('of an owner makes no keys, gives no roles and touches no codes', () => {
    const may = permissionsOfKey('owner', 'write')
    expect(permissions.filter((permission) => !may.includes(permission))).toEqual([
      'help',
      'connection',
      'members',
      'keys',
      'audit',
    ])
  })

  test('that reads changes nothing', () => {
    expect(permissionsOfKey('owner', 'read')).toEqual(['read', 'exports'])
    expect(permissionsOfKey('member', 'read')).toEqual(['read'])
  })
})
