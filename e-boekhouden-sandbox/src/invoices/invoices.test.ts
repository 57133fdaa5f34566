import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { invoice, invoiceLine, mutation, payment, relation } from '../testing/messages.ts'
import { type Caller, type Fields, openCaller } from '../testing/soap-caller.ts'
import { linesWithVat } from './invoice-vat.ts'

describe('invoices', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
  })
  afterEach(() => sandbox.close())

  const add = async (changes: Fields, lines?: Fields[]) => {
    const answer = await caller.call('AddFactuur', invoice(changes, lines))
    expect(answer.code).toBe('')
  }
  const balances = (...codes: string[]) =>
    codes.map((code) => sandbox.books().ledger.find((account) => account.code === code)?.balance)

  it('come back with numbers as the service writes them, however they were sent', async () => {
    const sent: [string, string][] = [
      ['007.500', '.10'],
      ['1E2', '2.50E-1'],
      ['+3.', '-0.00'],
    ]
    await add(
      {},
      sent.map(([Aantal, PrijsPerEenheid]) => invoiceLine({ Aantal, PrijsPerEenheid })),
    )
    const listed = await caller.call('GetFacturen')
    const texts = (name: string) => listed.all(name).map(({ text }) => text)
    expect(texts('Aantal')).toEqual(['7.5', '100', '3'])
    expect(texts('PrijsPerEenheid')).toEqual(['0.1', '0.25', '0'])
    expect(listed.value('TotaalExclBTW')).toBe('25.75')
  })

  describe('what is outstanding', () => {
    const told = async (Factuurnummer: string) => {
      const listed = await caller.call('GetFacturen', { cFilter: { Factuurnummer } })
      const open = await caller.call('GetOpenPosten', { OpSoort: 'Debiteuren' })
      return [listed.value('TotaalOpenstaand'), open.value('Openstaand')]
    }
    const hundred = [invoiceLine({ Aantal: 1, PrijsPerEenheid: 100 })]
    const booked = async (fields: Fields) => expect((await caller.call('AddMutatie', fields)).code).toBe('')

    it('follows the mutation that was booked for an invoice afterwards', async () => {
      await add({ Factuurnummer: 'UB1', InBoekhoudingPlaatsen: 'false' }, hundred)
      expect(await told('UB1')).toEqual(['121', undefined])
      await caller.call('AddRelatie', relation('K2'))
      sandbox.settings.change({ duplicateInvoiceNumbers: 'accepted' })
      await booked(mutation('UB1', { RelatieCode: 'K2' }))
      await booked(payment('UB1', '121.00', { RelatieCode: 'K2' }))
      expect(await told('UB1')).toEqual(['121', undefined])
      await booked(mutation('ub1'))
      await booked(payment('UB1', '21.00'))
      expect(await told('UB1')).toEqual(['100', '100'])
      await booked(payment('UB1', '100.00'))
      expect(await told('UB1')).toEqual(['0', undefined])
    })

    it('is that of its own mutation where others have its number; payments settle the oldest first', async () => {
      sandbox.settings.change({ duplicateInvoiceNumbers: 'accepted' })
      await add({ Factuurnummer: 'DUP1' }, hundred)
      await booked(mutation('DUP1'))
      expect(await told('DUP1')).toEqual(['121', '242'])
      await booked(payment('DUP1', '21.00'))
      expect(await told('DUP1')).toEqual(['100', '221'])
      await booked(payment('DUP1', '150.00'))
      expect(await told('DUP1')).toEqual(['0', '71'])
      expect(sandbox.books().invoices[0]?.outstanding).toBe('0.00')
    })

    it('goes below zero when too much was paid, as the open item does', async () => {
      await add({ Factuurnummer: 'A1' }, hundred)
      await booked(payment('A1', '125.00'))
      expect(await told('A1')).toEqual(['-4', '-4'])
    })
  })

  describe('VAT', () => {
    const line = (changes: Fields) => invoiceLine({ Aantal: 1, PrijsPerEenheid: '0.12', ...changes })
    const vatOfLast = () =>
      sandbox
        .books()
        .mutations.at(-1)
        ?.lines.map(({ amountVat }) => amountVat)

    it('is rounded once per code, and the lines of the mutation share it to the cent', async () => {
      const twoAccounts = [line({ TegenrekeningCode: '8000' }), line({ TegenrekeningCode: '8010' })]
      await add({}, twoAccounts)
      const listed = await caller.call('GetFacturen')
      expect(['TotaalExclBTW', 'TotaalBTW', 'TotaalInclBTW'].map((name) => listed.value(name))).toEqual([
        '0.24',
        '0.05',
        '0.29',
      ])
      expect(vatOfLast()).toEqual(['0.03', '0.02'])
      expect(balances('1300', '8000', '8010', '1650')).toEqual(['0.29', '-0.12', '-0.12', '-0.05'])
      await add(
        {},
        twoAccounts.map((each) => ({ ...each, PrijsPerEenheid: '-0.12' })),
      )
      expect(balances('1300', '8000', '8010', '1650')).toEqual(['0.00', '0.00', '0.00', '0.00'])
    })

    it('goes by code over cost centers too, and the left cent to the line that was rounded most', async () => {
      await add({}, [line({}), line({ BTWCode: 'LAAG_VERK_9' }), line({ KostenplaatsID: 1 }), line({})])
      // 21 % of 0.24 is 0.0504 and of 0.12 is 0.0252: together 0.0756.
      expect(vatOfLast()).toEqual(['0.05', '0.01', '0.03'])
      expect(sandbox.books().invoices.at(-1)?.totalVat).toBe('0.09')
    })

    it('of the lines adds up to that of the code, each within a cent of its own, and turns with the sign', () => {
      const amounts = fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 1, maxLength: 12 })
      const shares = (excl: readonly number[]) =>
        linesWithVat(
          excl.map((each, at) => ({ accountId: at, costCenterId: 0, vatCode: 'HOOG_VERK_21', excl: each })),
        ).map(({ vat }) => vat)
      fc.assert(
        fc.property(amounts, (excl) => {
          const vat = shares(excl)
          const total = excl.reduce((sum, each) => sum + each, 0)
          const rounded = Math.sign(total) * Math.floor((Math.abs(total) * 21 + 50) / 100)
          expect(vat.reduce((sum, each) => sum + each, 0)).toBe(rounded + 0)
          for (const [at, each] of excl.entries())
            expect(Math.abs((vat[at] ?? 0) * 100 - each * 21)).toBeLessThan(100)
          if (total !== 0) expect(shares(excl.map((each) => 0 - each))).toEqual(vat.map((each) => 0 - each))
        }),
      )
    })
  })
})
