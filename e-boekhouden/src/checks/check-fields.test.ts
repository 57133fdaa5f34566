import { describe, expect, it } from 'vitest'
import { envelope, noError, sendXml, testCodes } from '../testing/answers.ts'
import { exampleMutation, exampleRelation } from '../testing/examples.ts'
import type { ClientWithServer } from '../testing/start-client.ts'
import { closedAfterEach, errorOf } from '../testing/start-client.ts'

const start = closedAfterEach()

describe('values that are refused before anything is sent', () => {
  for (const [field, problem, call] of [
    ['description', 'too_long', (c) => c.addMutation({ ...exampleMutation, description: 'x'.repeat(201) })],
    ['description', 'missing', (c) => c.addMutation({ ...exampleMutation, description: ' ' })],
    ['description', 'forbidden_character', (c) => c.addMutation({ ...exampleMutation, description: 'a\0b' })],
    [
      'invoiceNumber',
      'too_long',
      (c) => c.addMutation({ ...exampleMutation, invoiceNumber: '9'.repeat(51) }),
    ],
    ['invoiceNumber', 'missing', (c) => c.addMutation({ ...exampleMutation, invoiceNumber: undefined })],
    ['relationCode', 'too_long', (c) => c.addMutation({ ...exampleMutation, relationCode: 'K'.repeat(16) })],
    ['date', 'date_out_of_range', (c) => c.addMutation({ ...exampleMutation, date: '1979-12-31' })],
    ['date', 'date_out_of_range', (c) => c.addMutation({ ...exampleMutation, date: '2050-01-01' })],
    ['date', 'not_a_date', (c) => c.addMutation({ ...exampleMutation, date: '2026-02-30' })],
    ['lines', 'wrong_count', (c) => c.addMutation({ ...exampleMutation, lines: [] })],
    [
      'lines',
      'wrong_count',
      (c) => c.addMutation({ ...exampleMutation, lines: Array(101).fill(exampleMutation.lines[0]) }),
    ],
    ['lines.1.amountVat', 'not_a_decimal', (c) => c.addMutation(withLine({ amountVat: '1,210.00' }))],
    ['lines.1.amountVat', 'too_many_decimals', (c) => c.addMutation(withLine({ amountVat: '0.005' }))],
    ['lines.1.vatCode', 'too_long', (c) => c.addMutation(withLine({ vatCode: 'X'.repeat(13) }))],
    ['lines.1.ledgerAccount', 'missing', (c) => c.addMutation(withLine({ ledgerAccount: '' }))],
    ['lines.1.costCenterId', 'not_a_whole_number', (c) => c.addMutation(withLine({ costCenterId: 1.5 }))],
    ['name', 'too_long', (c) => c.addRelation({ ...exampleRelation, name: 'x'.repeat(101) })],
    ['address', 'too_long', (c) => c.addRelation({ ...exampleRelation, address: 'x'.repeat(151) })],
    ['code', 'missing', (c) => c.addRelation({ ...exampleRelation, code: '' })],
    [
      'freeFields',
      'wrong_count',
      (c) => c.addRelation({ ...exampleRelation, freeFields: Array(11).fill('') }),
    ],
    ['account', 'missing', (c) => c.getBalance({ account: '' })],
    ['number', 'not_a_whole_number', (c) => c.getMutations({ number: -1 })],
  ] as [string, string, (client: ClientWithServer['client']) => Promise<unknown>][]) {
    it(`${field}: ${problem}`, async () => {
      const { client, server } = await start(() => false)
      const error = await errorOf(call(client))
      expect(error).toMatchObject({ kind: 'invalid_request', outcome: 'nothing_done', field, problem })
      expect(server.arrived).toHaveLength(0)
    })
  }

  it('but not the day of adding that the service itself gave, whatever its year', async () => {
    const { client, server } = await start(({ operation }, response) => {
      if (operation !== 'AddRelatie') return false
      sendXml(response, envelope(operation, `${noError}<Rel_ID>5</Rel_ID>`))
      return true
    })
    expect(await client.addRelation({ ...exampleRelation, addedOn: '1899-12-30' })).toEqual({ id: 5 })
    expect(server.arrived.at(-1)?.body).toContain('<AddDatum>1899-12-30T00:00:00</AddDatum>')
  })

  it('values of another type, from callers without types', async () => {
    const { client, server } = await start(() => false)
    for (const [field, mutation] of [
      ['lines.1.amountVat', withLine({ amountVat: 21 as never })],
      ['description', { ...exampleMutation, description: 12 as never }],
      ['kind', { ...exampleMutation, kind: 'toString' as never }],
      ['amountsIncludeVat', { ...exampleMutation, amountsIncludeVat: 'no' as never }],
      ['lines', { ...exampleMutation, lines: undefined as never }],
    ] as const) {
      expect(await errorOf(client.addMutation(mutation))).toMatchObject({ kind: 'invalid_request', field })
    }
    expect(server.arrived).toHaveLength(0)
  })

  it('codes that the service could not hold', async () => {
    const { client, server } = await start(() => false, {
      credentials: { ...testCodes, securityCode1: 'x'.repeat(51) },
    })
    expect(await errorOf(client.openSession())).toMatchObject({
      field: 'securityCode1',
      problem: 'too_long',
      limit: 50,
    })
    expect(await errorOf(client.addMutation(exampleMutation))).toMatchObject({
      operation: 'OpenSession',
      field: 'securityCode1',
    })
    expect(server.arrived).toHaveLength(0)
  })

  function withLine(line: Partial<(typeof exampleMutation.lines)[number]>) {
    const [first] = exampleMutation.lines
    return {
      ...exampleMutation,
      lines: [...exampleMutation.lines, { ...first, ...line } as NonNullable<typeof first>],
    }
  }
})
