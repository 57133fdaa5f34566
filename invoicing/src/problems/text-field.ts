import type { Problem } from './problem.ts'

/** Spaces and format characters alone (a zero-width space pasted along) are no name and no description. */
const nothingVisible = /^[\p{Z}\p{Cf}\s]*$/u

export type TextRules = {
  /** In UTF-16 code units, as e-Boekhouden.nl and the browser count. */
  readonly maximumLength: number
  readonly required?: boolean
  /** Whether line breaks and tabs may stand in it. */
  readonly multiline?: boolean
}

/** C0 and C1 control characters, and what XML 1.0 cannot carry. */
const forbiddenCharacters = /[\p{Cc}\uFFFE\uFFFF]/u

/**
 * Reads a text a person entered: trimmed, composed (NFC), line breaks as \n; an empty one becomes null.
 * Emoji, quotes and angle brackets are as welcome as any letter. Problems are added to `problems`.
 */
export function readText(
  problems: Problem[],
  path: string,
  input: string | null | undefined,
  rules: TextRules,
): string | null {
  const text = normalize(input ?? '')
  if (text === '') {
    if (rules.required === true) problems.push({ path, code: 'required' })
    return null
  }
  const visible = rules.multiline === true ? text.replaceAll(/[\n\t]/g, ' ') : text
  if (forbiddenCharacters.test(visible) || !text.isWellFormed()) {
    problems.push({ path, code: 'character_not_allowed' })
  } else if (text.length > rules.maximumLength) {
    problems.push({ path, code: 'too_long', limit: rules.maximumLength })
  }
  return text
}

function normalize(input: string): string {
  const text = input.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
  return nothingVisible.test(text) ? '' : text
}
