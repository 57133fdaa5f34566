import { BrokenXml, ForbiddenXml } from './parse-errors.ts'
import { longestStart } from './start-of.ts'

/**
 * Refuses what no answer has, before anything is parsed: the parser goes through markup character by character, a
 * thousand times as slowly as this looks for its end. What is left for the parser is content, of which the size of
 * an answer is the bound.
 *
 * @throws ForbiddenXml for comments, instructions, tags, white space, references or brackets beyond any answer's
 * @throws BrokenXml for markup that does not end
 */
export function refuseMarkup(document: string, maxElements: number): void {
  // In content these cost the parser ten times what other characters do; the service has at most some per element.
  for (const character of ['&', ']'] as const) refuseMany(document, character, maxElements)
  let aside = 0
  for (let at = document.indexOf('<'); at >= 0; ) {
    const end = endOfMarkup(document, at)
    if (isAside(document, at)) aside += end - at
    if (aside > mostAside) throw new ForbiddenXml('comments too long')
    at = document.indexOf('<', end)
    refuseSpace(document, end, at < 0 ? document.length : at)
  }
}

/** Characters of comments and instructions together: those that may stand at the start, and no answer has more. */
const mostAside = longestStart

/** Characters of white space between two tags; answers have none, and if one were indented, some dozens. */
const longestSpace = 16 * 1024

/** Characters of one tag; the longest of an answer is that of its envelope, with some two hundred. */
const longestTag = 16 * 1024

function refuseMany(document: string, character: string, most: number): void {
  let found = 0
  for (let at = document.indexOf(character); at >= 0; at = document.indexOf(character, at + 1)) {
    found += 1
    if (found > most) throw new ForbiddenXml(`too many of ${character}`)
  }
}

function refuseSpace(document: string, from: number, to: number): void {
  if (to - from <= longestSpace) return
  const content = document.slice(from, to)
  if (content.length - content.trimStart().length > longestSpace)
    throw new ForbiddenXml('white space too long')
}

function isAside(document: string, at: number): boolean {
  return document.startsWith('<!--', at) || document.startsWith('<?', at)
}

function endOfMarkup(document: string, at: number): number {
  if (document.startsWith('<!--', at)) return behind(document, '-->', at + '<!--'.length)
  if (document.startsWith('<![CDATA[', at)) return behind(document, ']]>', at + '<![CDATA['.length)
  if (document.startsWith('<?', at)) return behind(document, '?>', at + '<?'.length)
  return endOfTag(document, at)
}

function behind(document: string, end: string, from: number): number {
  const at = document.indexOf(end, from)
  if (at < 0) throw new BrokenXml('markup that does not end')
  return at + end.length
}

/** Behind the first `>` that stands in no attribute's value. */
function endOfTag(document: string, start: number): number {
  let quote = ''
  const limit = Math.min(document.length, start + longestTag)
  for (let at = start + 1; at < limit; at += 1) {
    const character = document.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  if (limit === document.length) throw new BrokenXml('a tag that does not end')
  throw new ForbiddenXml('a tag too long')
}
