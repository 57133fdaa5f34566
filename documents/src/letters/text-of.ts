import type { LetterContent } from './letter-content.ts'

/** A letter as plain text, for whoever reads mail that way. Lines are left long: the reader's program wraps them. */
export function textOf(content: LetterContent): string {
  const { attachments, button, closing, less, foot, paragraphs, regards, title, toPay, transfer } = content
  const parts = [
    title,
    ...paragraphs.map((lines) => lines.join('\n')),
    ...(toPay === null ? [] : [`${toPay.label}: ${toPay.amount}, ${toPay.by}`]),
    ...(less === null ? [] : [less]),
    ...(button === null ? [] : [`${button.label}:\n${button.address}`]),
    ...(transfer === null ? [] : [transferText(transfer)]),
    [`${attachments.title}:`, ...attachments.files.map(({ name, what }) => `${name}: ${what}`)].join('\n'),
    closing,
    regards.join('\n'),
    `-- \n${foot.join('\n')}`,
  ]
  return `${parts.join('\n\n').replaceAll('\u00a0', ' ')}\n`
}

function transferText({ note, rows, title }: NonNullable<LetterContent['transfer']>): string {
  return [
    `${title}:`,
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    ...(note === null ? [] : [note]),
  ].join('\n')
}
