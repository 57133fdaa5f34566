import { isEmailAddress } from '../customers/contact-fields.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'

/** How an organization mails its customers. */
export type MailSettings = {
  /** The name beside the address of the sender; without it that of the organization. */
  readonly senderName: string | null
  /** Where answers go; without it to the organization's own address. */
  readonly replyTo: string | null
  /** Who gets a copy of each mail; nobody without it. */
  readonly copyTo: string | null
  readonly attachUbl: boolean
}

export type MailSettingsInput = { readonly [Field in keyof MailSettings]?: MailSettings[Field] | undefined }

/** A name in a header that programs still show whole. */
const nameLength = 100

/** Checks how an organization wants to mail. */
export function validateMailSettings(input: MailSettingsInput): Validated<MailSettings> {
  const problems: Problem[] = []
  const address = (path: 'replyTo' | 'copyTo') => {
    const text = readText(problems, path, input[path], { maximumLength: 150 })
    if (text !== null && !isEmailAddress(text)) problems.push({ path, code: 'email_invalid' })
    return text
  }
  return validated(problems, {
    senderName: readText(problems, 'senderName', input.senderName, { maximumLength: nameLength }),
    replyTo: address('replyTo'),
    copyTo: address('copyTo'),
    attachUbl: input.attachUbl ?? false,
  })
}
