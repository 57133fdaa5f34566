import { findInvoice, saveProduct } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { validateProduct } from '@stella/invoicing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LinkedOrganization, testCodes, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { shiftedClock } from '../../testing/shifted-clock.ts'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { previewBooking } from '../bookings/preview-booking.ts'
import { changeMapping, type MappingContent } from './change-mapping.ts'
import { mappingView } from './mapping-view.ts'
import { tryMapping } from './try-mapping.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const chart = [
  { code: '1300', name: 'Debiteuren', category: 'DEB' },
  { code: '1310', name: 'Debiteuren winkel', category: 'DEB' },
  { code: '1600', name: 'Crediteuren', category: 'CRED' },
  { code: '8000', name: 'Omzet', category: 'VW' },
  { code: '8010', name: 'Omzet laag', category: 'VW' },
  { code: '8020', name: 'Omzet brood', category: 'VW' },
]
const usual: MappingContent = { debtorsAccount: '1300', revenueAccount: '8000', byTreatment: {} }

async function begin() {
  const clock = shiftedClock()
  const booksWith = (guid: string) => {
    const books = new ScriptedBooks()
    books.accounts = [...chart]
    books.administrations = [{ name: guid, guid }]
    return books
  }
  const books = booksWith(`{${crypto.randomUUID()}}`)
  const organization = await LinkedOrganization.create(db, { clock, seal: testSeal(), openBooks: books.open })
  const now = () => new Date(clock.now())
  const view = async () => {
    const found = await organization.within(mappingView)
    if (found === null) throw new Error('Nothing is linked.')
    return found
  }
  const choose = async (content: Partial<MappingContent>, version?: number) =>
    organization.within(async (tx) =>
      changeMapping(tx, {
        content: { ...usual, ...content },
        version: version ?? (await mappingView(tx))?.version ?? 0,
        by: 'Marloes',
        now: now(),
      }),
    )
  const planned = async (invoiceId: string) => {
    const booking = await organization.booking(invoiceId)
    const { debtorsAccount, lines } = booking.mutation as unknown as PlannedMutation
    const accounts = [debtorsAccount, ...lines.map(({ revenueAccount }) => revenueAccount)]
    return { state: booking.state, cause: booking.cause, accounts }
  }
  const linkOthers = async (other: ScriptedBooks, secondCode: string) => {
    const from = (await organization.connection()).books_id
    const codes = { ...testCodes, securityCode2: secondCode }
    const decision = { choice: 'switch', from, accepted: ['linked_elsewhere'], by: 'Anna' } as const
    expect(await organization.link(other.open, codes, decision)).toMatchObject({ ok: true })
  }
  return { books, booksWith, choose, linkOthers, organization, planned, view }
}

describe('a choice of accounts', () => {
  test('counts for what becomes final after it, is dated, and leaves a credit note with its invoice', async () => {
    const { choose, organization, planned, view } = await begin()
    const before = await organization.invoice()
    expect(await choose({ debtorsAccount: '1310', byTreatment: { low: '8010' } })).toEqual({
      outcome: 'changed',
    })
    const after = await organization.invoice()
    expect((await planned(before)).accounts).toEqual(['1300', '8000'])
    expect((await planned(after)).accounts).toEqual(['1310', '8010'])
    await choose({ revenueAccount: '8020' })
    expect((await planned(await organization.credit(after))).accounts).toEqual(['1310', '8010'])
    expect((await planned(await organization.credit(before))).accounts).toEqual(['1300', '8000'])
    const { history } = await view()
    expect(history.map(({ madeBy, revenueAccount, version }) => [version, revenueAccount, madeBy])).toEqual([
      [2, '8020', 'Marloes'],
      [1, '8000', 'Marloes'],
    ])
  })

  test('is refused at each field that names what is not there, or is of another category', async () => {
    const { choose, view } = await begin()
    const byTreatment = { high: '1600', low: '8010' }
    expect(await choose({ debtorsAccount: '8000', revenueAccount: '9999', byTreatment })).toEqual({
      outcome: 'unfit',
      problems: [
        { path: 'debtorsAccount', code: 'ledger_account_not_debtors' },
        { path: 'revenueAccount', code: 'ledger_account_unknown' },
        { path: 'byTreatment.high', code: 'ledger_account_not_revenue' },
      ],
    })
    expect((await view()).version).toBe(0)
  })

  test('of two who choose at once one is refused', async () => {
    const { choose } = await begin()
    await choose({ revenueAccount: '8010' }, 0)
    await expect(choose({ revenueAccount: '8020' }, 0)).rejects.toMatchObject({ code: 'revision_conflict' })
  })

  test('between several debtors accounts is asked once', async () => {
    const { choose, view } = await begin()
    expect((await view()).asksDebtors).toBe(true)
    await choose({})
    expect((await view()).asksDebtors).toBe(false)
  })

  test('is tried on real invoices before it is stored', async () => {
    const { organization, view } = await begin()
    await organization.invoice()
    const tried = await organization.within((tx) =>
      tryMapping(tx, { ...usual, byTreatment: { low: '8010' } }),
    )
    expect(tried).toMatchObject([
      {
        number: '2026-0001',
        before: { debtors: '1300', revenue: [{ account: '8000', net: 12_500n }] },
        after: { debtors: '1300', revenue: [{ account: '8010', net: 12_500n }] },
      },
    ])
    expect((await view()).version).toBe(0)
  })
})

describe('an account that is no longer there', () => {
  test('is said before an invoice is final, holds it back after, and another choice lets it go', async () => {
    const { books, choose, organization, planned, view } = await begin()
    await choose({ byTreatment: { low: '8010' } })
    books.accounts = chart.filter(({ code }) => code !== '8010')
    await organization.link(books.open, testCodes)
    const draft = await organization.draft()
    const preview = await organization.within(async (tx) => {
      const invoice = await findInvoice(tx, draft)
      if (invoice === undefined) throw new Error('There is no draft.')
      return previewBooking(tx, { invoice, customer: { ...invoice.customer, id: invoice.customerId } })
    })
    expect(preview.blockers).toEqual([{ cause: 'account_unfit', detail: '8010' }])
    await organization.finalize(draft)
    expect(await planned(draft)).toMatchObject({ state: 'rejected', cause: 'account_unfit' })
    expect(await view()).toMatchObject({
      waiting: 1,
      problems: [{ path: 'byTreatment.low', code: 'ledger_account_unknown' }],
    })
    await choose({ byTreatment: { low: '8020' } })
    expect(await planned(draft)).toEqual({ state: 'planned', cause: null, accounts: ['1300', '8020'] })
    expect((await view()).waiting).toBe(0)
  })
})

describe('other books', () => {
  test('have accounts of their own: what waits is planned on these, and products keep theirs for when they come back', async () => {
    const { booksWith, books, choose, linkOthers, organization, planned, view } = await begin()
    const bread = await organization.within((tx) => {
      const product = validateProduct({ ...loaf, revenueAccount: '8020' })
      if (!product.ok) throw new Error('no product')
      return saveProduct(tx, product.value)
    })
    await choose({ debtorsAccount: '1310', byTreatment: { low: '8010' } })
    const lines = [{ ...line, productId: bread.id }, line]
    const waits = await organization.invoice({ lines })
    const note = await organization.credit(waits)
    expect((await planned(waits)).accounts).toEqual(['1310', '8020', '8010'])
    await linkOthers(booksWith(`{${crypto.randomUUID()}}`), 'andere-code-51c9')
    expect((await planned(waits)).accounts).toEqual(['1300', '8000'])
    expect((await planned(note)).accounts).toEqual(['1300', '8000'])
    expect(await view()).toMatchObject({ version: 0, products: [] })
    await linkOthers(books, testCodes.securityCode2)
    expect((await planned(waits)).accounts).toEqual(['1310', '8020', '8010'])
    expect((await planned(note)).accounts).toEqual(['1310', '8020', '8010'])
    expect(await view()).toMatchObject({ version: 1, products: [{ revenueAccount: '8020' }] })
  })
})

const line = { description: 'Broodjes', quantity: '10', unitPrice: '12.50', vatTreatment: 'low' }
const loaf = { description: 'Brood', unitPrice: '2.50', vatTreatment: 'low' }
