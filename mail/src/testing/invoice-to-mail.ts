import { randomBytes, randomUUID } from 'node:crypto'
import { createSeal, placeOfPassword, silentLog } from '@stella/bookkeeping'
import {
  attachToDraft,
  creditInvoice,
  type Database,
  deleteMailServer,
  finalizeInvoice,
  findInvoice,
  findMessage,
  inOrganization,
  type ListedActivity,
  listActivities,
  type StoredRecipient,
  saveLogo,
  saveMailServer,
  saveMessage,
} from '@stella/database'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '@stella/database/testing'
import { openTypesetting, type Typesetting } from '@stella/documents'
import type { MessageContent } from '@stella/invoicing'
import { parseSealingKeys } from '../../../bookkeeping/src/encryption/sealing-keys.ts'
import type { MessageJob } from '../jobs/queues.ts'
import type { Attempt } from '../letters/send-or-retry.ts'
import type { WithPassword } from '../mail-servers/open-mail-server.ts'
import { systemReach } from '../mail-servers/reachable-address.ts'
import type { MessageParts } from '../messages/message-parts.ts'
import { sendMessage } from '../messages/send-message.ts'
import type { Post } from '../post/post.ts'

/** What is attached to the invoice. */
export const photograph = { name: 'Foto’s van de kade.jpg', data: Buffer.from('dots of a photograph') }

const seal = createSeal(parseSealingKeys(randomBytes(32).toString('hex'), 'the test'))

const firstOfMany: Attempt = { retryCount: 0, retryLimit: 390 }

/** The smallest PNG there is. */
const oneDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** An organization with a logo and a final invoice, and mails of it. */
export class InvoiceToMail {
  readonly db: TestDatabase
  readonly organizationId: string
  readonly invoiceId: string
  readonly number: string
  readonly seal = seal
  readonly #typesetting: Typesetting

  static async open(): Promise<InvoiceToMail> {
    const db = await testDatabase()
    const organizationId = await testOrganization(db)
    const final = await inOrganization(db.database('stella_app'), organizationId, async (tx) => {
      await saveLogo(tx, { format: 'png', data: oneDot })
      const { id: invoiceId } = await testDraft(tx)
      await attachToDraft(tx, invoiceId, { ...photograph, format: 'jpg', by: null, at: new Date() })
      return finalizeInvoice(tx, { invoiceId })
    })
    // So that the limit of newcomers holds nothing up.
    await db
      .database('owner')
      .pool.query(`update organization_profiles set created_at = created_at - interval '1 year'`)
    return new InvoiceToMail({ db, organizationId, invoiceId: final.id, number: final.number })
  }

  private constructor(parts: Pick<InvoiceToMail, 'db' | 'organizationId' | 'invoiceId' | 'number'>) {
    this.db = parts.db
    this.organizationId = parts.organizationId
    this.invoiceId = parts.invoiceId
    this.number = parts.number
    this.#typesetting = openTypesetting()
  }

  /** Wishes a mail, and gives the job that sends it. */
  async wish(changes: Partial<MessageContent> = {}): Promise<MessageJob> {
    const content: MessageContent = {
      recipients: ['klant@voorbeeld.test'],
      copyTo: null,
      language: 'nl',
      subject: 'Factuur 2026-0001',
      body: 'Goedendag,\n\nHierbij de factuur.',
      attachUbl: false,
      ...changes,
    }
    const messageId = randomUUID()
    await inOrganization(this.db.database('stella_app'), this.organizationId, (tx) =>
      saveMessage(tx, {
        id: messageId,
        invoiceId: this.invoiceId,
        shareLinkId: null,
        content,
        senderName: 'Bakkerij De Proef',
        replyTo: 'bakker@voorbeeld.test',
        requestedBy: 'Noor',
        at: new Date(),
      }),
    )
    return { organizationId: this.organizationId, messageId }
  }

  send(
    post: Post,
    job: MessageJob,
    { attempt = firstOfMany, database }: { attempt?: Attempt; database?: Database } = {},
  ): Promise<void> {
    const parts: MessageParts = {
      database: database ?? this.db.database('stella_mail'),
      post,
      seal,
      reach: { ...systemReach, privately: true },
      typesetting: this.#typesetting,
      publicUrl: 'https://stella.voorbeeld.test',
      shareLinkKey: 'a key of the test',
      now: () => new Date(),
      log: silentLog,
    }
    return sendMessage(parts, job, attempt)
  }

  /** Has the organization send through a mail server of its own from now on; null through Stella's again. */
  async sendThrough(server: WithPassword | null): Promise<void> {
    await inOrganization(this.db.database('stella_app'), this.organizationId, async (tx) => {
      if (server === null) return deleteMailServer(tx)
      const { password, ...told } = server
      const place = placeOfPassword(this.organizationId)
      const sealed = password === null ? null : seal.sealPassword(password, place)
      return saveMailServer(tx, { ...told, testedAt: new Date() }, sealed)
    })
  }

  /** Takes part of the only line of the invoice back. */
  credit(quantity: string): Promise<unknown> {
    return inOrganization(this.db.database('stella_app'), this.organizationId, async (tx) => {
      const invoice = await findInvoice(tx, this.invoiceId)
      if (invoice === undefined) throw new Error('The invoice is gone.')
      const { invoiceDate, id: invoiceId } = invoice
      const lines = [{ position: 0, quantity }]
      return creditInvoice(tx, { invoiceId, lines, invoiceDate, description: '', seriesId: null })
    })
  }

  async recipients({ messageId }: MessageJob): Promise<readonly StoredRecipient[]> {
    const message = await inOrganization(this.db.database('stella_app'), this.organizationId, (tx) =>
      findMessage(tx, messageId),
    )
    return message?.recipients ?? []
  }

  /** What the log of activities says, the oldest first. */
  async activities(): Promise<ListedActivity[]> {
    const { items } = await inOrganization(this.db.database('stella_app'), this.organizationId, (tx) =>
      listActivities(tx),
    )
    return items.toReversed()
  }

  async close(): Promise<void> {
    await this.#typesetting.close()
    await this.db.close()
  }
}
