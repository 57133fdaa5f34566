import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'

/** What an organization writes above its invoices, with places that are filled in for each customer. */
export type MessageTemplate = { readonly subject: string; readonly body: string }

/** The places in a template: `{nummer}` becomes the number. They are the same words in every language. */
export const messagePlaceholders = [
  'nummer',
  'bedrag',
  'vervaldatum',
  'klant',
  'contactpersoon',
  'bedrijf',
  'omschrijving',
  'referentie',
] as const
export type MessagePlaceholder = (typeof messagePlaceholders)[number]

export type FilledPlaceholders = Readonly<Record<MessagePlaceholder, string>>

/** A line of a mail's header holds 998 characters (RFC 5322); programs show far fewer. */
export const subjectLength = 200
export const bodyLength = 5_000

const place = /\{([^{}\n]*)\}/g

/** Checks a template. A word between braces that is not known is refused: the customer would read it as it stands. */
export function validateTemplate(input: MessageTemplate): Validated<MessageTemplate> {
  const problems: Problem[] = []
  const required = true
  const subject = readText(problems, 'subject', input.subject, { maximumLength: subjectLength, required })
  const body = readText(problems, 'body', input.body, {
    maximumLength: bodyLength,
    required,
    multiline: true,
  })
  const value = { subject: subject ?? '', body: body ?? '' }
  for (const [path, text] of Object.entries(value)) {
    const unknown = [...text.matchAll(place)].some(([, word]) => !isPlaceholder(word ?? ''))
    if (unknown) problems.push({ path, code: 'placeholder_unknown' })
  }
  return validated(problems, value)
}

/** Fills in the places. Where nothing is known, the line that is left with nothing else goes. */
export function fillTemplate(
  { subject, body }: MessageTemplate,
  values: FilledPlaceholders,
): MessageTemplate {
  const fill = (text: string) =>
    text.replaceAll(place, (whole, word: string) => (isPlaceholder(word) ? values[word] : whole))
  const lines = body.split('\n').filter((line) => line.trim() === '' || fill(line).trim() !== '')
  return { subject: fill(subject).replaceAll(/\s+/g, ' ').trim(), body: lines.map(fill).join('\n').trim() }
}

function isPlaceholder(word: string): word is MessagePlaceholder {
  return messagePlaceholders.some((known) => known === word)
}
