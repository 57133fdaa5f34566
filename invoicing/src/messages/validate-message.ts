import { isEmailAddress } from '../customers/contact-fields.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'
import type { MessageContent, MessageInput } from './message.ts'
import { readRecipients } from './recipients.ts'
import { bodyLength, subjectLength } from './template.ts'

/** Checks a mail of an invoice as somebody wished it. */
export function validateMessage(input: MessageInput): Validated<MessageContent> {
  const problems: Problem[] = []
  const recipients = readRecipients(problems, input.recipients)
  const copyTo = readText(problems, 'copyTo', input.copyTo, { maximumLength: 150 })
  if (copyTo !== null && !isEmailAddress(copyTo)) problems.push({ path: 'copyTo', code: 'email_invalid' })
  const subject = readText(problems, 'subject', input.subject, {
    maximumLength: subjectLength,
    required: true,
  })
  const body = readText(problems, 'body', input.body, {
    maximumLength: bodyLength,
    required: true,
    multiline: true,
  })
  return validated(problems, {
    recipients,
    copyTo:
      copyTo !== null && recipients.some((it) => it.toLowerCase() === copyTo.toLowerCase()) ? null : copyTo,
    language: input.language,
    subject: subject ?? '',
    body: body ?? '',
    attachUbl: input.attachUbl,
  })
}
