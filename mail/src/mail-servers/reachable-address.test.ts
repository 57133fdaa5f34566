import { describe, expect, test } from 'vitest'
import { reachableAddress } from './reachable-address.ts'

const at = (...addresses: string[]) => ({ lookup: async () => addresses, privately: false })

describe('a mail server of an organization', () => {
  test('is connected to at the address that was judged', async () => {
    expect(await reachableAddress('smtp.voorbeeld.test', at('93.184.215.14', '2606:2800:220:1::1'))).toEqual({
      ok: true,
      address: '93.184.215.14',
    })
  })

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.9',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::25',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'not an address',
  ])('is none at %s', async (address) => {
    const refused = { ok: false, problem: 'mail_server_private' }
    expect(await reachableAddress('smtp.voorbeeld.test', at(address))).toEqual(refused)
    expect(await reachableAddress('smtp.voorbeeld.test', at('93.184.215.14', address))).toEqual(refused)
  })

  test('may be nearby where whoever runs Stella says so', async () => {
    const nearby = { ...at('127.0.0.1'), privately: true }
    expect(await reachableAddress('localhost', nearby)).toEqual({ ok: true, address: '127.0.0.1' })
  })

  test('that has no address is not there', async () => {
    const failing = { lookup: () => Promise.reject(new Error('ENOTFOUND')), privately: true }
    for (const reach of [at(), failing])
      expect(await reachableAddress('smpt.voorbeeld.test', reach)).toEqual({
        ok: false,
        problem: 'mail_server_not_found',
      })
  })
})
