import type { MessageCause } from '@stella/database'
import { type Attachment, simpleParser } from 'mailparser'
import { causeOfStatus } from '../post/cause-of.ts'

/** What a mail server says of a mail that it took before and could not deliver. */
export type Bounce = {
  /** Of the mail of an invoice, by the name that we gave it. */
  readonly messageId: string
  /** Who does not get it. */
  readonly address: string
  readonly cause: MessageCause
  /** What the server of the recipient said, in its own words. */
  readonly reply: string | null
}

/** A report names one recipient as a rule; a mail of ours has at most eleven. */
const mostRecipients = 20

/**
 * The recipients of a mail of an invoice that came back, out of a delivery status notification (RFC 3464). Nothing of a
 * delay, of what arrived, of a mail of somebody else, or of what is no such notification: what a person wrote about it is
 * not guessed at.
 */
export async function readReport(source: Buffer): Promise<Bounce[]> {
  const { attachments } = await simpleParser(source, { keepDeliveryStatus: true })
  const messageId = attachments.map(messageIdIn).find((id) => id !== null) ?? null
  if (messageId === null) return []
  const reports = attachments.filter(({ contentType }) => contentType === 'message/delivery-status')
  return reports.flatMap(({ content }) =>
    groupsOf(content.toString('utf8'))
      .slice(0, mostRecipients)
      .flatMap((group) => bounceOf(messageId, group)),
  )
}

/** The mail that came back, whole or its head alone, has the name that `messageOf` wrote. */
function messageIdIn({ content, contentType }: Attachment): string | null {
  if (contentType !== 'message/rfc822' && contentType !== 'text/rfc822-headers') return null
  const [head = ''] = content.toString('utf8').split(/\r?\n\r?\n/)
  return /^Message-ID:\s*<message\.([0-9a-f-]{36})@[^>\s]+>/im.exec(head)?.[1] ?? null
}

type Group = ReadonlyMap<string, string>

/** Groups of fields with empty lines between; a line that begins with a space goes on with the one before. */
function groupsOf(text: string): Group[] {
  return text
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n\s*\r?\n/)
    .map((group) => {
      const fields = group.split(/\r?\n/).flatMap((line): [string, string][] => {
        const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]]
      })
      return new Map(fields)
    })
}

function bounceOf(messageId: string, group: Group): Bounce[] {
  if (group.get('action')?.toLowerCase() !== 'failed') return []
  // Whom we sent to comes first: the server may have sent it on to another address.
  const address = addressIn(group.get('original-recipient')) ?? addressIn(group.get('final-recipient'))
  if (address === null) return []
  const reply = group.get('diagnostic-code')?.replace(/^\w+;\s*/, '')
  return [
    {
      messageId,
      address,
      cause: causeOfStatus(group.get('status') ?? ''),
      reply: reply?.slice(0, 300) ?? null,
    },
  ]
}

/** «rfc822; klant@voorbeeld.nl» */
function addressIn(field: string | undefined): string | null {
  return /^(?:rfc822|utf-8)\s*;\s*<?([^<>\s]+@[^<>\s]+)>?$/i.exec(field ?? '')?.[1] ?? null
}
