import { attachmentLimits } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { deleteDraft } from '../invoices/save-draft.ts'
import { verifyInvoices } from '../invoices/verify-invoices.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import type { NewAttachment } from './attachment.ts'
import { attachAlways, attachToDraft, detachAlways, detachFromDraft } from './change-attachments.ts'
import {
  attachmentsToSend,
  findAttachment,
  findAttachmentFiles,
  listAlwaysAttachments,
  listAttachments,
} from './list-attachments.ts'
import { nameUnlike } from './name-unlike.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function office() {
  const organization = await testOrganization(db)
  return <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(db.database('stella_app'), organization, work)
}

const file = (name: string, changes: Partial<NewAttachment> = {}): NewAttachment => ({
  name,
  format: 'pdf',
  data: Buffer.from(`%PDF ${name}`),
  by: 'Noor',
  at: new Date(),
  ...changes,
})
const names = (attachments: readonly { name: string }[]) => attachments.map(({ name }) => name)
const code = (expected: string) => expect.objectContaining({ code: expected })

describe('the attachments of a draft', () => {
  test('come and go, each with a name of its own', async () => {
    const within = await office()
    const { id } = await within((tx) => testDraft(tx))
    const attach = (name: string) => within((tx) => attachToDraft(tx, id, file(name)))
    const first = await attach('foto.pdf')
    await attach('Foto.pdf')
    await attach('bon.pdf')
    await within((tx) => detachFromDraft(tx, id, first.id))
    expect(names(await within((tx) => listAttachments(tx, id)))).toEqual(['Foto (2).pdf', 'bon.pdf'])
    expect(await within((tx) => findAttachment(tx, first.id))).toBeNull()
    await expect(within((tx) => detachFromDraft(tx, id, first.id))).rejects.toEqual(code('not_found'))
  })

  test('go with it, and leave nothing behind', async () => {
    const within = await office()
    const { id } = await within((tx) => testDraft(tx))
    const { id: attached } = await within((tx) => attachToDraft(tx, id, file('foto.pdf')))
    await within((tx) => deleteDraft(tx, { id }))
    expect(await within((tx) => findAttachment(tx, attached))).toBeNull()
  })

  test('are bounded in number and together, however many are handed in at once', async () => {
    const within = await office()
    const { id } = await within((tx) => testDraft(tx))
    const small = await Promise.allSettled(
      Array.from({ length: 12 }, () => within((tx) => attachToDraft(tx, id, file('bon.pdf')))),
    )
    expect(small.filter(({ status }) => status === 'fulfilled')).toHaveLength(attachmentLimits.perInvoice)
    expect(small.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))).toEqual([
      code('too_many_attachments'),
      code('too_many_attachments'),
    ])
    const other = await within((tx) => testDraft(tx))
    const large = file('groot.pdf', { data: Buffer.alloc(6_000_000, 1) })
    await within((tx) => attachToDraft(tx, other.id, large))
    const second = within((tx) => attachToDraft(tx, other.id, large))
    await expect(second).rejects.toEqual(code('attachments_too_large'))
  })

  test('are nobody else’s', async () => {
    const [within, elsewhere] = [await office(), await office()]
    const { id } = await within((tx) => testDraft(tx))
    const attached = await within((tx) => attachToDraft(tx, id, file('foto.pdf')))
    expect(await elsewhere((tx) => findAttachment(tx, attached.id))).toBeNull()
    expect(await elsewhere((tx) => listAttachments(tx, id))).toEqual([])
    await expect(elsewhere((tx) => attachToDraft(tx, id, file('x.pdf')))).rejects.toEqual(code('not_found'))
    const other = await elsewhere((tx) => testDraft(tx))
    const foreign = elsewhere((tx) =>
      sql`insert into invoice_attachments (invoice_id, attachment_id, position)
        values (${other.id}, ${attached.id}, 0)`.execute(tx),
    )
    await expect(foreign).rejects.toThrow('foreign key')
  })
})

describe('what always goes along', () => {
  test('is put to an invoice when it becomes final, and stays with it when it goes along no more', async () => {
    const within = await office()
    const draft = await within((tx) => testDraft(tx))
    await within((tx) => attachToDraft(tx, draft.id, file('foto.pdf')))
    const terms = await within((tx) => attachAlways(tx, file('voorwaarden.pdf')))
    const toSend = async (state: 'draft' | 'final') =>
      names(await within((tx) => attachmentsToSend(tx, { id: draft.id, state })))
    expect(await toSend('draft')).toEqual(['foto.pdf', 'voorwaarden.pdf'])
    const final = await within((tx) => finalizeInvoice(tx, { invoiceId: draft.id }))
    await within((tx) => detachAlways(tx, terms.id))
    expect(await within(listAlwaysAttachments)).toEqual([])
    expect(await toSend('final')).toEqual(['foto.pdf', 'voorwaarden.pdf'])
    const [, kept] = await within((tx) => findAttachmentFiles(tx, draft.id))
    expect(Buffer.from(kept?.data ?? []).toString()).toBe('%PDF voorwaarden.pdf')
    const later = await within(async (tx) => {
      const { id: invoiceId } = await testDraft(tx)
      return finalizeInvoice(tx, { invoiceId })
    })
    expect(await within((tx) => listAttachments(tx, later.id))).toEqual([])
    expect(final.number).not.toBe(later.number)
  })

  test('does not go with what takes an invoice back', async () => {
    const within = await office()
    await within((tx) => attachAlways(tx, file('voorwaarden.pdf')))
    const credit = await within(async (tx) => {
      const { id, invoiceDate } = await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
      return creditInvoice(tx, { invoiceId: id, lines: null, invoiceDate, description: '', seriesId: null })
    })
    expect(await within((tx) => listAttachments(tx, credit.id))).toEqual([])
  })

  test('is five files', async () => {
    const within = await office()
    const attach = () => within((tx) => attachAlways(tx, file('voorwaarden.pdf')))
    for (let count = 0; count < attachmentLimits.always; count += 1) await attach()
    await expect(attach()).rejects.toEqual(code('too_many_attachments'))
  })
})

describe('the attachments of a final invoice', () => {
  const final = async () => {
    const within = await office()
    const { id } = await within((tx) => testDraft(tx))
    const attached = await within((tx) => attachToDraft(tx, id, file('foto.pdf')))
    await within((tx) => finalizeInvoice(tx, { invoiceId: id }))
    return { within, id, attached }
  }

  test('stay, and none is added', async () => {
    const { attached, id, within } = await final()
    await expect(within((tx) => detachFromDraft(tx, id, attached.id))).rejects.toEqual(code('already_final'))
    await expect(within((tx) => attachToDraft(tx, id, file('x.pdf')))).rejects.toEqual(code('already_final'))
    const links = within((tx) => sql`delete from invoice_attachments`.execute(tx))
    await expect(links).rejects.toEqual(code('final_invoice_frozen'))
    await expect(within((tx) => sql`delete from attachments`.execute(tx))).rejects.toThrow('foreign key')
    const change = within((tx) => sql`update attachments set data = 'x'`.execute(tx))
    await expect(change).rejects.toThrow('permission denied')
  })

  test('are sealed with it: whoever changes one behind Stella’s back is found out', async () => {
    const { attached, within } = await final()
    expect((await within(verifyInvoices)).findings).toEqual([])
    await db
      .database('owner')
      .kysely.transaction()
      .execute(async (tx) => {
        await sql`alter table attachments no force row level security`.execute(tx)
        await sql`update attachments set data = 'x' where id = ${attached.id}`.execute(tx)
        await sql`alter table attachments force row level security`.execute(tx)
      })
    expect((await within(verifyInvoices)).findings).toHaveLength(1)
  })
})

test('a name is unlike those beside it', () => {
  const beside = [{ name: 'foto.jpg' }, { name: 'Foto (2).jpg' }, { name: 'bon' }]
  expect(['foto.jpg', 'bon', 'bon.pdf'].map((name) => nameUnlike(name, beside))).toEqual([
    'foto (3).jpg',
    'bon (2)',
    'bon.pdf',
  ])
})
