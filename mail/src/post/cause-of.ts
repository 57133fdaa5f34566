import type { MessageCause } from '@stella/database'
import type { NodemailerError } from 'nodemailer'

/**
 * Why a server did not take a letter, from its answer: the enhanced code (RFC 3463) where it gave one, else the
 * number of SMTP (RFC 5321) and at what it was said.
 */
export function causeOf({ code, command, response, responseCode }: Partial<NodemailerError>): MessageCause {
  if (code === 'EAUTH') return 'sign_in_refused'
  if (responseCode === undefined) return code === 'EMESSAGE' ? 'too_large' : 'server_unreachable'
  const [, subject, detail] = /\b[45]\.(\d{1,3})\.(\d{1,3})\b/.exec(response ?? '') ?? []
  const known = subject === undefined ? undefined : ofEnhancedCode(subject, detail ?? '')
  if (known !== undefined) return known
  if (responseCode < 500) return 'server_busy'
  if (responseCode === 552) return command === 'RCPT TO' ? 'mailbox_full' : 'too_large'
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode) ? 'address_unknown' : 'not_accepted'
}

/** Why a mail came back, by the status of its report (RFC 3463); what says nothing more came back. */
export function causeOfStatus(status: string): MessageCause {
  const [, subject, detail] = /^[45]\.(\d{1,3})\.(\d{1,3})$/.exec(status.trim()) ?? []
  return (subject === undefined ? undefined : ofEnhancedCode(subject, detail ?? '')) ?? 'returned'
}

function ofEnhancedCode(subject: string, detail: string): MessageCause | undefined {
  if (subject === '7') return 'not_trusted'
  if (subject === '1') return detail === '7' || detail === '8' ? 'not_trusted' : 'address_unknown'
  if (subject === '2')
    return detail === '2' ? 'mailbox_full' : detail === '3' ? 'too_large' : 'address_unknown'
  if (subject === '3' && detail === '4') return 'too_large'
  return undefined
}
