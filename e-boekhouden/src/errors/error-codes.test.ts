import { describe, expect, it } from 'vitest'
import { errorFromCode, normaliseCode } from '../soap/error-from-code.ts'
import { sharedMaterial } from '../testing/shared-material.ts'
import { errorCodes } from './error-codes.ts'

const list = sharedMaterial('soap-error-codes.tsv')

describe.runIf(list)('the table of codes and the list of the manual', () => {
  const rows = (list ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([code]) => code !== 'E0023')

  it('hold the same codes', () => {
    const theirs = rows.map(([code]) => code)
    expect(Object.keys(errorCodes).sort()).toEqual([...new Set(theirs)].sort())
  })

  it('hold as many meanings for each code as the manual has different texts', () => {
    const wordings = new Map<string, Set<string>>()
    for (const [code = '', , description = ''] of rows) {
      // «Does not exist» is told apart from «has a wrong category» by nobody: one code, one remedy.
      const wording = description.replace(/ or does not exist$/, '')
      wordings.set(code, (wordings.get(code) ?? new Set()).add(wording))
    }
    for (const [code, { meanings }] of Object.entries(errorCodes)) {
      expect([code, meanings.length]).toEqual([code, wordings.get(code)?.size])
    }
  })
})

describe('a code of the service', () => {
  for (const [written, code] of [
    ['E0023', 'E002.3'],
    ['E002.3', 'E002.3'],
    ['e0023 ', 'E002.3'],
    ['CMUT0101', 'CMUT010.1'],
    ['cmut010.1', 'CMUT010.1'],
    ['CMUT010', 'CMUT010'],
    ['CGN0031', 'CGN003.1'],
    ['CNEW999', 'CNEW999'],
  ] as const) {
    it(`${written} is ${code}`, () => expect(normaliseCode(written)).toBe(code))
  }

  it('finds every code of the table without its dots', () => {
    for (const code of Object.keys(errorCodes)) expect(normaliseCode(code.replaceAll('.', ''))).toBe(code)
  })

  for (const [written, expected] of [
    ['E001.1', { kind: 'credentials', field: 'unknown', suspects: ['username', 'securityCode1'] }],
    ['E001.2', { kind: 'credentials', field: 'unknown', suspects: ['username', 'securityCode1'] }],
    ['E0013', { kind: 'credentials', field: 'securityCode2', suspects: ['securityCode2'] }],
    ['E001.5', { kind: 'credentials', field: 'permissions', suspects: [] }],
    ['E001.7', { kind: 'credentials', field: 'unknown' }],
    ['E001.9', { kind: 'credentials', field: 'unknown', suspects: [] }],
    ['E002.1', { kind: 'session' }],
    ['E0024', { kind: 'session' }],
    ['E002.5', { kind: 'credentials', field: 'permissions' }],
    ['E003.1', { kind: 'call_limit' }],
    ['CMUT017', { kind: 'rejected', meanings: ['relation_unknown'] }],
    ['CMUT011', { kind: 'rejected', meanings: ['vat_code_not_for_this_kind', 'vat_amount_does_not_match'] }],
    ['CREL001', { kind: 'rejected', meanings: ['relation_code_exists'] }],
    ['NIEUW1', { kind: 'rejected', code: 'NIEUW1', meanings: [] }],
  ] as const) {
    it(`${written} is of the kind ${expected.kind}`, () => {
      const error = errorFromCode('AddMutatie', written, 'tekst')
      expect(error).toMatchObject({
        ...expected,
        operation: 'AddMutatie',
        outcome: 'nothing_done',
        description: 'tekst',
      })
    })
  }

  it('decides alone: the text beside it changes nothing', () => {
    const one = errorFromCode('AddMutatie', 'CMUT017', 'Session expired E002.3')
    expect(one.kind).toBe('rejected')
  })
})
