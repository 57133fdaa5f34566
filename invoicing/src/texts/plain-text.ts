import { withoutInvisible } from './invisible-characters.ts'

/**
 * Everything that some program takes for the end of a line: CR LF, CR, LF, vertical tab (Word's break within a
 * paragraph), form feed, NEL and the two separators of Unicode.
 */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** What is neither a letter nor a line end and no document can carry: C0 and C1 controls, and noncharacters. */
const unprintable = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Noncharacter_Code_Point}/gu

/** Stands for what cannot be carried, so that a reader sees that something stood there. */
const REPLACEMENT = '\uFFFD'

/**
 * A text as every output has it (paper, e-invoice, books): lines end with \n alone, a tab is a space, what
 * cannot be seen is left out, and what XML 1.0 cannot carry is shown as «�». The same text again gives itself,
 * so that what was cleaned when it was entered comes out as it was saved.
 */
export function plainText(text: string): string {
  const lines = text.toWellFormed().replaceAll(lineEnds, '\n').replaceAll('\t', ' ')
  return withoutInvisible(lines.replaceAll(unprintable, REPLACEMENT)).normalize('NFC')
}

/** The same on one line, for a field or a column that has no second: line ends and runs of space are one space. */
export function onOneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/gu, ' ').trim()
}

/** Whether a text holds what no document can carry: a control character or half of a surrogate pair. */
export function isCarried(text: string): boolean {
  return text.isWellFormed() && text.search(unprintable) === -1
}
