import { parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateCustomer } from '../customers/save-customer.ts'
import { saveProfile } from '../organizations/profile.ts'
import type { Database } from '../pools/open-database.ts'
import { openDatabase } from '../pools/open-database.ts'
import {
  customerContent,
  type TestDatabase,
  testDatabase,
  testDraft,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { findInvoice } from './find-invoice.ts'
import { deleteDraft, updateDraft } from './save-draft.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app', maxConnections: 50 })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const code = (expected: string) => expect.objectContaining({ code: expected })

async function drafts(organization: string, count: number, date = '2026-11-22'): Promise<string[]> {
  return inOrganization(app, organization, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) {
      ids.push((await testDraft(tx, { invoiceDate: parsePlainDate(date) })).id)
    }
    return ids
  })
}

const finalize = (organization: string, invoiceId: string) =>
  inOrganization(app, organization, (tx) => finalizeInvoice(tx, { invoiceId }))

const numbersFrom = (first: number, count: number, year = 2026) =>
  Array.from({ length: count }, (_, n) => `${year}-${String(first + n).padStart(4, '0')}`)

describe('numbers', () => {
  test('fifty at once get fifty consecutive numbers, though every third transaction fails', async () => {
    const organization = await testOrganization(db)
    const ids = await drafts(organization, 75)
    const outcomes = await Promise.allSettled(
      ids.map((invoiceId, n) =>
        inOrganization(app, organization, async (tx) => {
          const { number } = await finalizeInvoice(tx, { invoiceId })
          if (n % 3 === 0) throw new Error('planted failure after the number was drawn')
          return number
        }),
      ),
    )
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(numbers.sort()).toEqual(numbersFrom(1, 50))
    const [failed = ''] = ids
    expect((await finalize(organization, failed)).number).toBe('2026-0051')
  })

  test('two browsers making one draft final: one number, the other hears already_final', async () => {
    const organization = await testOrganization(db)
    for (const invoiceId of await drafts(organization, 10)) {
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => finalize(organization, invoiceId)))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(refusals.map(({ reason }) => reason)).toEqual([code('already_final'), code('already_final')])
    }
    const [next = ''] = await drafts(organization, 1)
    expect((await finalize(organization, next)).number).toBe('2026-0011')
  })

  test('every year and every organization has a series of its own', async () => {
    const one = await testOrganization(db)
    const other = await testOrganization(db)
    const [a = '', b = ''] = await drafts(one, 2)
    const [earlier = ''] = await drafts(one, 1, '2025-12-31')
    const [foreign = ''] = await drafts(other, 1)
    expect((await finalize(one, a)).number).toBe('2026-0001')
    expect((await finalize(one, earlier)).number).toBe('2025-0001')
    expect((await finalize(other, foreign)).number).toBe('2026-0001')
    expect((await finalize(one, b)).number).toBe('2026-0002')
  })

  test('a refusal that the caller survives leaves no gap', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await inOrganization(app, organization, async (tx) => {
      await expect(finalizeInvoice(tx, { invoiceId: first, revision: 99 })).rejects.toEqual(
        code('revision_conflict'),
      )
      expect((await finalizeInvoice(tx, { invoiceId: second })).number).toBe('2026-0001')
    })
  })

  test('several in one transaction, in opposite orders, do not wait for each other', async () => {
    const organization = await testOrganization(db)
    const ids = await drafts(organization, 8)
    const all = (order: string[]) =>
      inOrganization(app, organization, async (tx) => {
        for (const invoiceId of order) await finalizeInvoice(tx, { invoiceId }).catch(() => {})
      })
    await Promise.all([all(ids), all([...ids].reverse()), all(ids)])
    const final = await inOrganization(app, organization, (tx) =>
      Promise.all(ids.map((id) => findInvoice(tx, id))),
    )
    expect(final.map((invoice) => invoice?.number).sort()).toEqual(numbersFrom(1, 8))
  })
})

describe('what becomes final', () => {
  test('is the content, the customer and the sender of that moment, for ever', async () => {
    const organization = await testOrganization(db, 'Timmerbedrijf Vos')
    const [invoiceId = ''] = await drafts(organization, 1)
    const at = new Date('2026-11-22T10:00:00Z')
    const final = await inOrganization(app, organization, (tx) => finalizeInvoice(tx, { invoiceId, at }))
    await inOrganization(app, organization, async (tx) => {
      await updateCustomer(tx, {
        id: final.customerId,
        revision: 1,
        content: customerContent({ name: 'Anders' }),
      })
      await saveProfile(tx, { ...final.sender, name: 'Vos & Zoon' })
    })
    const later = await inOrganization(app, organization, (tx) => findInvoice(tx, invoiceId))
    expect(later).toEqual(final)
    expect(later).toMatchObject({
      state: 'final',
      number: '2026-0001',
      finalizedAt: at,
      customer: { name: 'Café De Hoek' },
      sender: { name: 'Timmerbedrijf Vos' },
      totals: { net: 10000n, vat: 2100n, gross: 12100n, lines: [{ amount: 10000n, net: 10000n }] },
    })
  })

  test('must have lines and a customer with an address', async () => {
    const organization = await testOrganization(db)
    const invoiceId = await inOrganization(app, organization, async (tx) => {
      const draft = await testDraft(tx, { lines: [] })
      await updateCustomer(tx, {
        id: draft.customerId,
        revision: 1,
        content: customerContent({ address: null }),
      })
      return draft.id
    })
    await expect(finalize(organization, invoiceId)).rejects.toMatchObject({
      code: 'not_finalizable',
      problems: [
        { path: 'lines', code: 'no_lines' },
        { path: 'customer.address', code: 'customer_address_missing' },
      ],
    })
  })

  test('is what was read, when a revision is given', async () => {
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    await inOrganization(app, organization, (tx) =>
      updateDraft(tx, { id: draft.id, revision: 1, content: { ...draft, description: 'Anders' } }),
    )
    const stale = inOrganization(app, organization, (tx) =>
      finalizeInvoice(tx, { invoiceId: draft.id, revision: 1 }),
    )
    await expect(stale).rejects.toEqual(code('revision_conflict'))
  })

  test('is another organization’s to nobody', async () => {
    const [invoiceId = ''] = await drafts(await testOrganization(db), 1)
    await expect(finalize(await testOrganization(db), invoiceId)).rejects.toEqual(code('not_found'))
  })
})

describe('a final invoice', () => {
  const statements = {
    'changes no amount': sql`update invoices set total_gross = total_gross + 1, total_net = total_net + 1`,
    'does not become a draft again': sql`update invoices set state = 'draft', number = null`,
    'is not deleted': sql`delete from invoices`,
    'keeps its lines': sql`delete from invoice_lines`,
    'changes no line': sql`update invoice_lines set description = 'x'`,
    'gets no line added': sql`insert into invoice_lines
      select organization_id, invoice_id, 99, description, quantity, unit_price, vat_treatment, amount, net from invoice_lines`,
  }
  for (const [title, statement] of Object.entries(statements)) {
    test(title, async () => {
      const organization = await testOrganization(db)
      const [invoiceId = ''] = await drafts(organization, 1)
      await finalize(organization, invoiceId)
      const change = inOrganization(app, organization, (tx) => statement.execute(tx))
      await expect(change).rejects.toEqual(code('final_invoice_frozen'))
    })
  }

  test('stays as it is even for the owner of the tables', async () => {
    const organization = await testOrganization(db)
    const [invoiceId = ''] = await drafts(organization, 1)
    await finalize(organization, invoiceId)
    const owner = db.database('owner').kysely
    await expect(
      owner.deleteFrom('invoice_lines').where('invoice_id', '=', invoiceId).execute(),
    ).rejects.toThrow('final')
  })

  test('is refused by updateDraft and deleteDraft by code', async () => {
    const organization = await testOrganization(db)
    const draft = await inOrganization(app, organization, (tx) => testDraft(tx))
    await finalize(organization, draft.id)
    const update = inOrganization(app, organization, (tx) =>
      updateDraft(tx, { id: draft.id, revision: 2, content: draft }),
    )
    await expect(update).rejects.toEqual(code('already_final'))
    const deletion = inOrganization(app, organization, (tx) => deleteDraft(tx, { id: draft.id }))
    await expect(deletion).rejects.toEqual(code('already_final'))
  })

  test('keeps a line that another transaction changes while it becomes final out, or includes it whole', async () => {
    const organization = await testOrganization(db)
    for (const draft of await inOrganization(app, organization, (tx) =>
      Promise.all(Array.from({ length: 10 }, () => testDraft(tx))),
    )) {
      const change = inOrganization(app, organization, (tx) =>
        updateDraft(tx, {
          id: draft.id,
          revision: 1,
          content: { ...draft, lines: [...draft.lines, ...draft.lines] },
        }),
      )
      const [, final] = await Promise.all([change.catch(() => {}), finalize(organization, draft.id)])
      const kept = await inOrganization(app, organization, (tx) => findInvoice(tx, draft.id))
      expect(kept).toEqual(final)
      expect([12100n, 24200n]).toContain(final.totals.gross)
      expect(final.totals.gross).toBe(final.lines.length === 1 ? 12100n : 24200n)
    }
  })
})
