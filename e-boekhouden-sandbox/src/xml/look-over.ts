import { longestAside, longestBlank, longestName, longestTag, mostSlow } from './limits.ts'
import { XmlError } from './xml-error.ts'

/**
 * Goes over a document from markup to markup, before any of it is parsed: the parser looks at each character, and what
 * cannot become a request is not worth that. Refused are a document type, what does not end, and what no client needs:
 * long comments and instructions, long tags, long white space, and more tags, references or brackets than a request
 * has. @throws XmlError
 */
export function lookOver(text: string, tagsAllowed: number): void {
  checkStart(text)
  checkCount(text, '&', mostSlow, 'The document has too many references.')
  checkCount(text, ']', mostSlow, 'The document has too many brackets.')
  checkCount(text, '<', tagsAllowed, 'The document has too many elements.')
  let aside = 0
  let at = text.indexOf('<')
  checkBlank(text, 0, at)
  while (at !== -1) {
    const kind = markupAt(text, at)
    const end = kind === tag ? endOfTag(text, at) : endOf(text, at, kind)
    if (kind === comment || kind === instruction) aside += end - at
    if (aside > longestAside) refuse('The document has too long comments.', at)
    at = text.indexOf('<', end)
    checkBlank(text, end, at === -1 ? text.length : at)
  }
}

interface Markup {
  start: string
  end: string
}

const comment: Markup = { start: '<!--', end: '-->' }
const characterData: Markup = { start: '<![CDATA[', end: ']]>' }
const instruction: Markup = { start: '<?', end: '?>' }
const tag: Markup = { start: '<', end: '>' }

function markupAt(text: string, at: number): Markup {
  return [comment, characterData, instruction].find(({ start }) => text.startsWith(start, at)) ?? tag
}

function endOf(text: string, at: number, { start, end }: Markup): number {
  const found = text.indexOf(end, at + start.length)
  return found === -1 ? refuse('Unexpected end of file has occurred.', at) : found + end.length
}

/** `>` may stand in the value of an attribute. */
function endOfTag(text: string, start: number): number {
  let quoted: string | null = null
  for (let at = start + 1; at < text.length; at++) {
    if (at - start > longestTag) return refuse('A tag is too long.', start)
    const character = text.charAt(at)
    if (quoted !== null) quoted = character === quoted ? null : quoted
    else if (character === '"' || character === "'") quoted = character
    else if (character === '>') return at + 1
  }
  return refuse('Unexpected end of file has occurred.', start)
}

/** Nothing but declarations, comments and white space may stand before the root, so a document type only there. */
function checkStart(text: string): void {
  let at = afterBlank(text, 0)
  for (let kind = markupAt(text, at); kind === comment || kind === instruction; kind = markupAt(text, at))
    at = afterBlank(text, endOf(text, at, kind))
  if (at === text.length) refuse('Root element is missing.', at)
  if (text.startsWith('<!DOCTYPE', at))
    refuse('For security reasons DTD is prohibited in this XML document.', at)
  if (text.charAt(at) !== '<') refuse('Data at the root level is invalid.', at)
  const long = text.search(tooLongName)
  if (long !== -1) refuse('A name is too long.', long)
}

const tooLongName = new RegExp(`<[^\\s<>/!?][^\\s<>/]{${longestName}}`)

function checkCount(text: string, character: string, most: number, message: string): void {
  let found = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    if (++found > most) refuse(message, at)
}

function checkBlank(text: string, from: number, until: number): void {
  if (until - from > longestBlank && afterBlank(text, from) - from > longestBlank)
    refuse('The document has too much white space.', from)
}

function afterBlank(text: string, from: number): number {
  const blank = /[ \t\r\n\uFEFF]*/y
  blank.lastIndex = from
  return from + (blank.exec(text)?.[0].length ?? 0)
}

/** The line is not counted: nothing is known of it that a person could use. */
function refuse(message: string, at: number): never {
  throw new XmlError(message, 1, at + 1)
}
