import {
  announceActivities,
  changeRecipient,
  type Database,
  findInvoice,
  findMessage,
  inOrganization,
  organizationsOfMessage,
  recordActivity,
  type StoredRecipient,
} from '@stella/database'
import type { Bounce } from './read-report.ts'

/** Writes down that a mail came back, once; returns whether it was news of a mail of ours. */
export async function noteBounce(database: Database, bounce: Bounce, at: Date): Promise<boolean> {
  const { address, cause, messageId, reply } = bounce
  let isNews = false
  for (const organizationId of await organizationsOfMessage(database, messageId)) {
    const isNoted = await inOrganization(database, organizationId, async (tx) => {
      const message = await findMessage(tx, messageId)
      const recipient = recipientOf(message?.recipients ?? [], address)
      const invoice = message && (await findInvoice(tx, message.invoiceId))
      if (recipient === undefined || invoice?.state !== 'final') return false
      const { position } = recipient
      const step = { messageId, position, event: 'return', cause, reply, at } as const
      if (!(await changeRecipient(tx, step))) return false
      await recordActivity(tx, {
        kind: 'message_returned',
        subjectId: invoice.id,
        at,
        parameters: {
          number: invoice.number,
          customer: invoice.customer.name,
          address: recipient.address,
          cause,
          reply,
          by: null,
        },
      })
      return true
    })
    if (isNoted) {
      isNews = true
      void announceActivities(database, organizationId)
    }
  }
  return isNews
}

/**
 * Who did not get it. A server may name where it sent the mail on to, which nobody here knows: then it is the only one
 * there is, or it cannot be said.
 */
function recipientOf(recipients: readonly StoredRecipient[], address: string): StoredRecipient | undefined {
  const named = recipients.find((it) => isSame(it.address, address))
  return named ?? (recipients.length === 1 ? recipients[0] : undefined)
}

/** Servers write the part before the @ as they like. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
