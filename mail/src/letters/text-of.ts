import type { LetterContent } from './letter-content.ts'

/** A letter as plain text, for whoever reads mail that way. Lines are left long: the reader's program wraps them. */
export function textOf(content: LetterContent): string {
  const { button, greeting, more, notes, paragraphs, since, steps, title } = content
  const parts = [
    title,
    since,
    greeting,
    ...paragraphs,
    ...(steps === null
      ? []
      : [[steps.title, ...steps.items.map((item, at) => `${at + 1}. ${item}`)].join('\n')]),
    `${button.label}:\n${button.address}`,
    ...(more === undefined ? [] : [`${more.label}:\n${more.address}`]),
    `-- \n${notes.join('\n')}\n\nStella`,
  ]
  return `${parts.join('\n\n')}\n`
}
