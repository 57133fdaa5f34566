import {
  addDays,
  cents,
  type PaymentState,
  parsePlainDate,
  paymentStateOf,
  paymentStates,
} from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { listInvoices } from '../invoices/list-invoices.ts'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { findPayment, paymentFigures } from './find-payment.ts'
import { sayPayment, unsayPayment } from './save-payments.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const today = parsePlainDate('2026-11-30')
const knownAt = new Date('2026-11-30T11:30:00Z')
const said = (invoiceId: string, outstanding: bigint, settledAs: 'paid' | 'written_off' | null = null) =>
  ({
    invoiceId,
    outstanding,
    settledAs,
    paidOn: null,
    mutationNumbers: null,
    pending: null,
    knownAt,
  }) as const

async function finalInvoice(tx: Transaction<DB>, date: string): Promise<string> {
  const { id } = await testDraft(tx, { invoiceDate: parsePlainDate(date) })
  await finalizeInvoice(tx, { invoiceId: id })
  return id
}

type Case = { outstanding?: bigint; settledAs?: 'paid' | 'written_off'; date?: string; credited?: boolean }

/** An invoice of € 121.00 with a term of 30 days. */
const cases: readonly Case[] = [
  {},
  { outstanding: 10_000n },
  { outstanding: 0n },
  { outstanding: 0n, settledAs: 'written_off' },
  { outstanding: -100n },
  { date: '2026-10-01' },
  { date: '2026-10-01', outstanding: 100n },
  { credited: true },
  { credited: true, outstanding: 0n },
]

describe('the payment of invoices', () => {
  test('stands as the domain says, in the list, in the filter and by itself', async () => {
    const organization = await testOrganization(db)
    const expected = new Map<string, PaymentState>()
    for (const { credited = false, date = '2026-11-20', outstanding, settledAs = null } of cases) {
      const { gross, id, open, term } = await inOrganization(app, organization, async (tx) => {
        const invoiceId = await finalInvoice(tx, date)
        if (credited) {
          const all = { lines: null, invoiceDate: today, description: '', seriesId: null }
          await creditInvoice(tx, { invoiceId, ...all })
        }
        if (outstanding !== undefined)
          await sayPayment(tx, said(invoiceId, outstanding, settledAs), 'Marloes')
        return { id: invoiceId, gross: 12_100n, open: outstanding ?? 12_100n, term: 14 }
      })
      const taken = credited ? -gross : 0n
      const state = paymentStateOf(
        {
          gross: cents(gross),
          credited: cents(taken),
          outstanding: cents(open + taken),
          settledAs,
          dueDate: addDays(parsePlainDate(date), term),
        },
        today,
      )
      expected.set(id, state)
    }
    await inOrganization(app, organization, async (tx) => {
      const { items } = await listInvoices(tx, { today, state: 'final', limit: 200 })
      const listed = items.filter(({ isCreditNote }) => !isCreditNote)
      expect(new Map(listed.map(({ id, payment }) => [id, payment]))).toEqual(expected)
      for (const payment of paymentStates) {
        const found = await listInvoices(tx, { today, payment, limit: 200 })
        const wanted = [...expected].filter(([, state]) => state === payment).map(([id]) => id)
        expect(found.items.map(({ id }) => id).sort()).toEqual(wanted.sort())
      }
      for (const [id, state] of expected) expect((await findPayment(tx, id, today))?.state).toBe(state)
      expect(new Set(expected.values()).size).toBeGreaterThanOrEqual(6)
    })
  })

  test('adds up to what is open, and what of it is late', async () => {
    const organization = await testOrganization(db)
    await inOrganization(app, organization, async (tx) => {
      const ids: string[] = []
      for (const date of ['2026-11-20', '2026-10-01', '2026-10-02']) {
        ids.push(await finalInvoice(tx, date))
      }
      const [open = '', part = '', paid = ''] = ids
      const { outstanding } = await paymentFigures(tx, today)
      await sayPayment(tx, said(part, 100n), 'Marloes')
      await sayPayment(tx, said(paid, 0n, 'paid'), 'Marloes')
      const each = outstanding / 3n
      expect(await paymentFigures(tx, today)).toEqual({
        outstanding: each + 100n,
        overdue: { count: 1, amount: 100n },
      })
      expect(await unsayPayment(tx, paid)).toBe(true)
      expect(await unsayPayment(tx, open)).toBe(false)
      expect((await paymentFigures(tx, today)).overdue).toEqual({ count: 2, amount: each + 100n })
    })
  })
})
