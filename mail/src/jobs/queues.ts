/** The queues of migrations 0006, 0029, 0031, 0034, 0052 and 0057, by what their jobs carry. Rows of the queue hold ids only, never a name or a code. */
export const queues = {
  notice: 'pause-notice',
  letter: 'pause-letter',
  message: 'message',
  digest: 'digest',
  auditLetter: 'audit-letter',
  caseLetter: 'case-letter',
  /** Letters and mails of invoices whose process died at their last try; of a digest the next one says it. */
  lastLetter: 'last-letter',
  lastMessage: 'last-message',
} as const

/** Find out whether people must still be told of a pause, and who they are. */
export type NoticeJob = { readonly organizationId: string; readonly noticeId: string }

/** Write to one of them. */
export type LetterJob = NoticeJob & { readonly userId: string }

/** Send a mail of an invoice to all of its recipients that wait for it. */
export type MessageJob = { readonly organizationId: string; readonly messageId: string }

/** Tell a person what waits in an organization. */
export type DigestJob = {
  readonly organizationId: string
  readonly userId: string
  /** ISO instant. */
  readonly morning: string
}

/** Tell a person what changed in an organization: the entries of the audit from after one up to another. */
export type AuditLetterJob = {
  readonly organizationId: string
  readonly userId: string
  readonly after: string
  readonly upTo: string
}

/** Tell whoever asked the support what it did. */
export type CaseJob = {
  readonly organizationId: string
  readonly caseId: string
  readonly about: 'answered' | 'proposed' | 'closed'
  /** ISO instant: two answers are two letters. */
  readonly at: string
}
