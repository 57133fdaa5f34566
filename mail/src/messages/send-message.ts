import { placeOfPassword } from '@stella/bookkeeping'
import {
  announceActivities,
  inOrganization,
  openRecipientStates,
  type StoredRecipient,
} from '@stella/database'
import type { MessageJob } from '../jobs/queues.ts'
import type { Attempt } from '../letters/send-or-retry.ts'
import { closedPost, mailServerPost } from '../mail-servers/open-mail-server.ts'
import type { Post } from '../post/post.ts'
import { type Composed, compose, findToSend, type ToSend } from './compose.ts'
import type { MessageParts } from './message-parts.ts'
import { claim, handOver, noteLost, noteOutcome } from './outcomes.ts'

/**
 * Sends a mail to each of its recipients that wait for it, one after the other and each by itself, so that what the
 * server says of one says nothing of another.
 *
 * @throws Error when one of them still waits; whoever called tries again later
 */
export async function sendMessage(parts: MessageParts, job: MessageJob, attempt: Attempt): Promise<void> {
  const { database, log, publicUrl, shareLinkKey: key } = parts
  const toSend = await inOrganization(database, job.organizationId, (tx) =>
    findToSend(tx, job.messageId, { key, publicUrl }),
  )
  const open = (toSend?.message.recipients ?? []).filter(({ state }) =>
    openRecipientStates.some((it) => it === state),
  )
  if (toSend === null || open.length === 0) {
    log.info('mail no longer needed', { ...job })
    return
  }
  // Written out once, for the first recipient that needs it.
  let composing: Promise<Composed> | null = null
  const composed = () => {
    composing ??= compose(toSend, parts, job.organizationId)
    return composing
  }
  const post = postOf(parts, job, toSend)
  const isLast = attempt.retryCount >= attempt.retryLimit
  const outcomes = []
  for (const recipient of open)
    outcomes.push(await sendTo({ parts, post, job, toSend, composed, isLast }, recipient))
  void announceActivities(database, job.organizationId)
  if (outcomes.includes('waits')) throw new Error('Not all of its recipients have it yet.')
}

type Sending = {
  readonly parts: MessageParts
  readonly post: Post
  readonly job: MessageJob
  readonly toSend: ToSend
  readonly composed: () => Promise<Composed>
  readonly isLast: boolean
}

async function sendTo(sending: Sending, recipient: StoredRecipient): Promise<'waits' | 'done'> {
  const { composed, isLast, job, parts, post, toSend } = sending
  const subject = { parts, post, job, toSend, recipient }
  // An earlier attempt let the last byte go and ended before it heard of it.
  if (recipient.state === 'handed_over') {
    await noteLost(subject)
    return 'done'
  }
  const attempt = await claim(subject)
  if (attempt === null) return 'done'
  const letter = await composed().catch((error: Error) => error)
  const sent =
    letter instanceof Error
      ? ({ outcome: 'failed', reason: letter.message, cause: 'no_document', said: null } as const)
      : await post.send({
          ...letter,
          to: { name: '', address: recipient.address },
          key: `message.${job.messageId}`,
          onBehalf: {
            senderName: toSend.message.senderName,
            replyTo: toSend.message.replyTo,
            addressees: addresseesOf(toSend, recipient),
            attachments: letter.attachments,
            handOver: () => handOver(subject, attempt),
          },
        })
  return noteOutcome(subject, { attempt, sent, isLast })
}

/** Where the mail goes: to the organization's own mail server, or to Stella's. */
function postOf({ post, reach, seal }: MessageParts, job: MessageJob, { server }: ToSend): Post {
  if (server === null) return post
  try {
    const { mailServer, password: sealed } = server
    const password = sealed === null ? null : seal.openPassword(sealed, placeOfPassword(job.organizationId))
    return mailServerPost({ ...mailServer, password }, reach)
  } catch (error) {
    return closedPost(String(error))
  }
}

/** A customer sees to whom the mail is; of a copy only whoever gets it knows. */
function addresseesOf({ message }: ToSend, recipient: StoredRecipient): string[] {
  const customers = message.recipients.filter(({ kind }) => kind === 'to').map(({ address }) => address)
  return customers.length === 0 ? [recipient.address] : customers
}
