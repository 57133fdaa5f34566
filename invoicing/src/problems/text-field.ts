import { isCarried, plainText } from '../texts/plain-text.ts'
import type { Problem } from './problem.ts'

/** Spaces and format characters alone (a zero-width space pasted along) are no name and no description. */
const nothingVisible = /^[\p{Z}\p{Cf}\s]*$/u

export type TextRules = {
  /** In UTF-16 code units, as e-Boekhouden.nl and the browser count. */
  readonly maximumLength: number
  readonly required?: boolean
  /** Whether line breaks may stand in it. In a text of one line they are spaces. */
  readonly multiline?: boolean
}

/**
 * Reads a text a person entered: trimmed, composed (NFC), line breaks as \n, a tab as a space, without what
 * cannot be seen; an empty one becomes null. Emoji, quotes and angle brackets are as welcome as any letter.
 * What no document can carry is refused, not replaced. Problems are added to `problems`.
 */
export function readText(
  problems: Problem[],
  path: string,
  input: string | null | undefined,
  rules: TextRules,
): string | null {
  const entered = input ?? ''
  const lines = plainText(entered)
  const text = (rules.multiline === true ? lines : lines.replaceAll('\n', ' ')).trim()
  if (nothingVisible.test(text)) {
    if (rules.required === true) problems.push({ path, code: 'required' })
    return null
  }
  if (!isCarried(entered)) problems.push({ path, code: 'character_not_allowed' })
  else if (text.length > rules.maximumLength) {
    problems.push({ path, code: 'too_long', limit: rules.maximumLength })
  }
  return text
}
