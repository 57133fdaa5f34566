import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bookkeeper, type NewMutation, type Sandbox, startSandbox } from '../index.ts'
import { everything, invoice, mutation, payment, relation } from '../testing/messages.ts'
import { type Caller, openCaller } from '../testing/soap-caller.ts'

const saleByHand: NewMutation = {
  kind: 'FactuurVerstuurd',
  account: '1300',
  relationCode: 'K1',
  invoiceNumber: 'H1',
  lines: [{ amountExcl: '100.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }],
}

describe('a person at the books', () => {
  let sandbox: Sandbox
  let person: Bookkeeper
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    person = sandbox.bookkeeper()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1', { Plaats: 'Urk' }))
  })
  afterEach(() => sandbox.close())

  const sell = async (number: string) => (await caller.call('AddMutatie', mutation(number))).code
  const onlyRelation = () => sandbox.books().relations[0]?.id ?? 0
  const openOf = (number: string) =>
    sandbox.books().openItems.find(({ invoiceNumber }) => invoiceNumber === number)

  describe('relations', () => {
    it('gives a relation another code, and links find it by its id', async () => {
      expect(await sell('V1')).toBe('')
      person.changeRelation(onlyRelation(), { code: 'BAKKER', fields: { Plaats: 'Zeist' } })
      const found = await caller.call('GetRelaties', { cFilter: { ID: onlyRelation() } })
      expect(['Code', 'Bedrijf', 'Plaats'].map((name) => found.value(name))).toEqual([
        'BAKKER',
        'Bedrijf K1',
        'Zeist',
      ])
      expect((await caller.call('GetMutaties', everything)).value('RelatieCode')).toBe('BAKKER')
      expect(await sell('V2')).toBe('CMUT017')
    })

    it('takes a relation out, whose mutations stay, and enters one anew under another id', async () => {
      await sell('V1')
      const removed = onlyRelation()
      person.removeRelation(removed)
      expect((await caller.call('GetRelaties')).all('cRelatie')).toHaveLength(0)
      expect(await sell('V2')).toBe('CMUT017')
      expect(sandbox.books().mutations).toMatchObject([{ relationCode: 'K1' }])
      const made = person.addRelation({ code: 'K1', name: 'Bakkerij', fields: { BP: 'P' } })
      expect(made).toBeGreaterThan(removed)
      expect(await sell('V2')).toBe('')
    })

    it.each([
      ['a code that another has', { code: 'k1', name: 'x' }, 'code'],
      ['a field that relations have not', { code: 'K2', name: 'x', fields: { Stad: 'x' } }, 'Stad'],
      ['a kind that is none', { code: 'K2', name: 'x', fields: { BP: 'X' } }, 'CREL005'],
    ])('refuses %s', (_name, given, says) => {
      expect(() => person.addRelation(given)).toThrow(says)
      expect(sandbox.books().relations).toHaveLength(1)
    })

    it('does not know a relation that was taken out', () => {
      person.removeRelation(onlyRelation())
      expect(() => person.removeRelation(1)).toThrow('no such relation')
      expect(() => person.changeRelation(1, {})).toThrow('no such relation')
    })
  })

  describe('ledger accounts', () => {
    it('takes 8000 out until it is entered again', async () => {
      await sell('V1')
      person.removeAccount('8000')
      expect(await sell('V2')).toBe('CMUT001.1'.replace('.', ''))
      const listed = await caller.call('GetGrootboekrekeningen')
      expect(listed.all('Code').map(({ text }) => text)).not.toContain('8000')
      expect((await caller.call('GetMutaties', everything)).value('TegenrekeningCode')).toBe('8000')
      person.addAccount({ code: '8000', description: 'Omzet', category: 'VW' })
      expect(await sell('V2')).toBe('')
    })

    it('numbers 1300 anew, and what was booked on it moves along', async () => {
      await sell('V1')
      person.changeAccount('1300', { code: '1301', description: 'Klanten' })
      expect(await sell('V2')).toBe('CMUT001')
      expect((await caller.call('GetMutaties', everything)).value('Rekening')).toBe('1301')
      expect((await caller.call('AddMutatie', mutation('V2', { Rekening: '1301' }))).code).toBe('')
    })

    it('makes of 1300 an account that is none of debtors', async () => {
      person.changeAccount('1300', { category: 'BAL' })
      expect(await sell('V1')).toBe('CMUT016')
    })

    it('leaves one account for each kind of VAT', () => {
      expect(() => person.removeAccount('1650')).toThrow('AF19')
      expect(() => person.changeAccount('1650', { category: 'BAL' })).toThrow('AF19')
      person.addAccount({ code: '1655', description: 'Btw hoog', category: 'AF19' })
      person.removeAccount('1650')
      expect(() => person.removeAccount('1650')).toThrow('no such ledger account')
    })
  })

  describe('mutations', () => {
    it('changes one, with its entries, and says when', async () => {
      await sell('V1')
      person.changeMutation(1, { lines: [{ amountExcl: '50.00', ledgerAccount: '8010' }] })
      expect(sandbox.books().mutations).toMatchObject([
        { number: 1, invoiceNumber: 'V1', origin: 'soap', changedAt: expect.stringMatching(/Z$/) },
      ])
      const read = await caller.call('GetMutaties', everything)
      expect(['BedragInclBTW', 'TegenrekeningCode'].map((name) => read.value(name))).toEqual(['50', '8010'])
      expect(openOf('V1')?.outstanding).toBe('50.00')
      person.changeMutation(1, { invoiceNumber: 'V9' })
      expect(await sell('V1')).toBe('')
      expect(await sell('V9')).toBe('CMUT019')
    })

    it('takes one out, whose number is not given again', async () => {
      await sell('V1')
      await sell('V2')
      person.removeMutation(2)
      expect(await sell('V2')).toBe('')
      expect(sandbox.books().mutations.map(({ number }) => number)).toEqual([1, 3])
      expect(() => person.removeMutation(2)).toThrow('no such mutation')
    })

    it('of an invoice made here leaves the invoice, which is then not booked', async () => {
      await caller.call('AddFactuur', invoice({ Factuurnummer: 'A1' }))
      person.removeMutation(1)
      expect(sandbox.books().invoices).toMatchObject([{ number: 'A1', mutationNumber: null }])
    })

    it('books what a link may not: a number twice, with blanks, another amount', async () => {
      await sell('V1')
      expect(person.bookMutation({ ...saleByHand, invoiceNumber: 'V1' })).toBe(2)
      expect(person.bookMutation({ ...saleByHand, invoiceNumber: ' V 1 ' })).toBe(3)
      expect(sandbox.books().mutations[1]).toMatchObject({
        origin: 'hand',
        lines: [{ amountVat: '21.00', amountIncl: '121.00', vatPercentage: '21' }],
      })
      expect(
        (await caller.call('GetMutaties', { cFilter: { Factuurnummer: 'V1' } })).all('MutatieNr'),
      ).toHaveLength(2)
    })

    it('keeps closed periods closed to people too', async () => {
      await sell('V1')
      sandbox.changeAdministration({ closedThrough: '2026-12-31' })
      expect(() => person.removeMutation(1)).toThrow('CMUT020')
      expect(() => person.changeMutation(1, { date: '2027-01-01' })).toThrow('CMUT020')
      expect(() => person.bookMutation({ ...saleByHand, date: '2026-12-31' })).toThrow('CMUT020')
      expect(person.bookMutation({ ...saleByHand, date: '2027-01-01' })).toBe(2)
    })

    it.each([
      ['a relation that is not there', { relationCode: 'K9' }, 'CMUT017'],
      ['an account that is none of debtors', { account: '1010' }, 'CMUT016'],
      ['a day that is none', { date: '2026-02-30' }, 'date'],
      ['no lines', { lines: [] }, 'lines'],
      ['an amount that is none', { lines: [{ amountExcl: '1,00', ledgerAccount: '8000' }] }, 'amountExcl'],
      ['a field it has not', { soort: 'x' }, 'soort'],
    ])('refuses %s', (_name, changes, says) => {
      expect(() => person.bookMutation({ ...saleByHand, ...changes })).toThrow(says)
      expect(sandbox.books().mutations).toEqual([])
    })

    it('writes an invoice off in the journal', async () => {
      await sell('V1')
      person.bookMutation({
        kind: 'Memoriaal',
        account: '4000',
        relationCode: 'K1',
        invoiceNumber: 'V1',
        lines: [{ amountExcl: '121.00', ledgerAccount: '1300' }],
      })
      expect(openOf('V1')).toBeUndefined()
    })
  })

  describe('payments', () => {
    beforeEach(() => sell('V1'))

    it('come in part, in whole, too much and twice', () => {
      person.bookPayment({ invoiceNumber: 'V1', amount: '21.00' })
      expect(openOf('V1')).toMatchObject({ amount: '121.00', paid: '21.00', outstanding: '100.00' })
      person.bookPayment({ invoiceNumber: 'V1', amount: '100.00' })
      expect(openOf('V1')).toBeUndefined()
      person.bookPayment({ invoiceNumber: 'V1', amount: '100.00' })
      expect(openOf('V1')).toMatchObject({ paid: '221.00', outstanding: '-100.00' })
      expect(sandbox.books().mutations.at(-1)).toMatchObject({
        kind: 'FactuurbetalingOntvangen',
        account: '1010',
        relationCode: 'K1',
        origin: 'hand',
      })
    })

    it('come on a wrong number, and are moved to the right one', async () => {
      const number = person.bookPayment({ invoiceNumber: 'V-1', relationCode: 'K1', amount: '121.00' })
      expect(openOf('V1')?.outstanding).toBe('121.00')
      expect(openOf('V-1')).toMatchObject({ amount: '0.00', paid: '121.00', outstanding: '-121.00' })
      expect((await caller.call('AddMutatie', payment('V-1', '121.00'))).code).toBe('CMUT026')
      person.changeMutation(number, { invoiceNumber: 'V1' })
      expect(sandbox.books().openItems).toEqual([])
    })

    it('of two invoices in one: each line names its own, and is found by it', async () => {
      await sell('V2')
      person.bookMutation({
        kind: 'FactuurbetalingOntvangen',
        account: '1010',
        relationCode: 'K1',
        invoiceNumber: 'V1',
        lines: [
          { amountExcl: '121.00', ledgerAccount: '1300' },
          { amountExcl: '60.00', ledgerAccount: '1300', invoiceNumber: 'V2' },
        ],
      })
      expect([openOf('V1'), openOf('V2')?.outstanding]).toEqual([undefined, '61.00'])
      const found = await caller.call('GetMutaties', { cFilter: { Factuurnummer: 'V2' } })
      expect(found.all('MutatieNr').map(({ text }) => text)).toEqual(['2', '3'])
      const numbers = found
        .all('cMutatieListRegel')
        .map(({ children }) => children.find(({ name }) => name === 'Factuurnummer')?.text)
      expect(numbers).toEqual(['V2', 'V1', 'V2'])
    })

    it('of a purchase go out', () => {
      person.addRelation({ code: 'L1', name: 'Leverancier' })
      const lines = [{ amountExcl: '50.00', vatCode: 'HOOG_INK_21', ledgerAccount: '7000' }]
      person.bookMutation({
        ...saleByHand,
        kind: 'FactuurOntvangen',
        account: '1600',
        relationCode: 'L1',
        invoiceNumber: 'P1',
        lines,
      })
      person.bookPayment({ invoiceNumber: 'P1', amount: '60.50' })
      expect(sandbox.books().mutations.at(-1)).toMatchObject({ kind: 'FactuurbetalingVerstuurd' })
      expect(openOf('P1')).toBeUndefined()
    })

    it('of a number that nobody invoiced need a relation', () => {
      expect(() => person.bookPayment({ invoiceNumber: 'V9', amount: '1.00' })).toThrow('relationCode')
    })
  })

  it('is at the books of one administration', async () => {
    const other = sandbox.addAdministration({ company: 'Andere' })
    await sell('V1')
    const elsewhere = sandbox.bookkeeper(other.guid)
    expect(() => elsewhere.removeMutation(1)).toThrow('no such mutation')
    expect(() => elsewhere.removeRelation(onlyRelation())).toThrow('no such relation')
    const made = elsewhere.addRelation({ code: 'K1', name: 'Van een ander' })
    expect(made).not.toBe(onlyRelation())
    expect(sandbox.books().mutations).toHaveLength(1)
  })

  it('is seen by stale reads as it was before', async () => {
    await sell('V1')
    await sell('V2')
    sandbox.clock.advance(120)
    caller = await openCaller(sandbox)
    person.changeMutation(1, { invoiceNumber: 'V9', lines: [{ amountExcl: '1.00', ledgerAccount: '8000' }] })
    person.removeMutation(2)
    person.removeAccount('8000')
    const seen = async () => {
      const read = await caller.call('GetMutaties', everything)
      const accounts = await caller.call('GetGrootboekrekeningen', { cFilter: { ID: 0, Code: '8000' } })
      const header = ({ children }: { children: { name: string; text: string }[] }) =>
        children.find(({ name }) => name === 'Factuurnummer')?.text
      return [read.all('cMutatieList').map(header), accounts.all('Code').length]
    }
    expect(await seen()).toEqual([['V9'], 0])
    sandbox.faults.add({ kind: 'stale_reads', seconds: 60 })
    expect(await seen()).toEqual([['V1', 'V2'], 1])
  })
})
