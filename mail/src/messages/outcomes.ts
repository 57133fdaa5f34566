import {
  type ActivityKindOf,
  changeRecipient,
  claimRecipient,
  inOrganization,
  type MessageCause,
  type RecipientStep,
  recordActivity,
  type StoredRecipient,
  type Transaction,
} from '@stella/database'
import type { MessageJob } from '../jobs/queues.ts'
import type { Post, Sent } from '../post/post.ts'
import type { ToSend } from './compose.ts'
import type { MessageParts } from './message-parts.ts'

/** Whose mail something happened to. */
export type Subject = {
  readonly parts: MessageParts
  /** Where it goes. */
  readonly post: Post
  readonly job: MessageJob
  readonly toSend: ToSend
  readonly recipient: StoredRecipient
}

/** Takes the recipient for an attempt, before anything of it leaves; null when somebody else was first. */
export async function claim(subject: Subject): Promise<number | null> {
  return inOwn(subject, (tx) => claimRecipient(tx, keyOf(subject), subject.parts.now()))
}

/** Writes down that the server may have it from now on; false when another attempt took over. */
export async function handOver(subject: Subject, attempt: number): Promise<boolean> {
  const at = subject.parts.now()
  return inOwn(subject, (tx) => changeRecipient(tx, { ...keyOf(subject), event: 'hand_over', at, attempt }))
}

/** An earlier attempt handed it over, and nobody heard what came of it. */
export async function noteLost(subject: Subject): Promise<void> {
  const { job, parts, recipient } = subject
  const step = { event: 'lose', cause: 'no_answer' } as const
  await record(subject, step, 'message_unknown')
  parts.log.warn('mail of unknown outcome', { ...job, position: recipient.position })
}

export type Outcome = { readonly attempt: number; readonly sent: Sent; readonly isLast: boolean }

/** Writes down how an attempt ended, and says so in the log of activities. */
export async function noteOutcome(subject: Subject, outcome: Outcome): Promise<'waits' | 'done'> {
  const { attempt, sent, isLast } = outcome
  const { job, parts, recipient } = subject
  const fields = { ...job, position: recipient.position, tries: attempt }
  if (sent.outcome === 'sent') {
    const { leaves } = subject.post
    const reply = leaves ? sent.where : null
    await record(
      subject,
      { event: leaves ? 'take' : 'keep', attempt, reply },
      leaves ? 'message_sent' : 'message_kept',
    )
    parts.log.info('mail sent', { ...fields, where: sent.where })
    return 'done'
  }
  const { cause, reason, said: reply } = sent
  if (sent.outcome === 'failed' && !isLast) {
    // Once in the log of activities is enough; it may be tried for days.
    await record(
      subject,
      { event: 'put_off', attempt, cause, reply },
      attempt === 1 ? 'message_waiting' : null,
    )
    parts.log.warn('mail not sent, tried again later', { ...fields, reason })
    return 'waits'
  }
  if (sent.outcome === 'unknown') {
    await record(subject, { event: 'lose', attempt, cause, reply }, 'message_unknown')
    parts.log.warn('mail of unknown outcome', { ...fields, reason })
    return 'done'
  }
  const given = {
    event: 'refuse',
    attempt,
    cause: isLast && sent.outcome === 'failed' ? 'not_in_time' : cause,
  } as const
  await record(subject, { ...given, reply }, 'message_refused')
  parts.log.warn('mail refused', { ...fields, reason })
  return 'done'
}

type Step = Pick<RecipientStep, 'event' | 'attempt' | 'cause' | 'reply'>

/** The step and its entry in the log, both or neither; an attempt that was overtaken writes nothing. */
async function record(subject: Subject, step: Step, kind: ActivityKindOf<'message'> | null): Promise<void> {
  const { parts, recipient, toSend } = subject
  const at = parts.now()
  await inOwn(subject, async (tx) => {
    const changed = await changeRecipient(tx, { ...keyOf(subject), ...step, at })
    if (!changed || kind === null) return
    await recordActivity(tx, {
      kind,
      subjectId: toSend.message.invoiceId,
      at,
      parameters: {
        number: toSend.invoice.number,
        customer: toSend.invoice.customer.name,
        address: recipient.address,
        copy: recipient.kind === 'copy',
        cause: (step.cause ?? null) satisfies MessageCause | null,
        reply: step.reply ?? null,
      },
    })
  })
}

function keyOf({ job, recipient }: Subject) {
  return { messageId: job.messageId, position: recipient.position }
}

function inOwn<T>({ job, parts }: Subject, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inOrganization(parts.database, job.organizationId, work)
}
