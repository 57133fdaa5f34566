import type { World } from '../books/world.ts'
import { escapeXml } from '../xml/write.ts'

const mask = '•••'

/** Characters of a message that are kept; longer ones are cut, and say so. */
const keptCharacters = 64_000
/** Looked at behind them, so that no secret is cut in two: 50 characters of six each, and more than that. */
const margin = 1000

/** What the journal keeps of a message. The rest of a long one is not even looked at. */
export function kept(text: string, world: World): string {
  const masked = maskSecrets(text.slice(0, keptCharacters + margin), world)
  if (text.length <= keptCharacters) return masked
  return `${masked.slice(0, keptCharacters)}\n… (${text.length - keptCharacters} characters more)`
}

/** What nobody needs to read, in whatever case a mistaken client writes it. */
const secretNames = 'Username|SecurityCode1|SecurityCode2|SessionID|Token'

/** Takes codes, session ids and tokens out of a message, wherever they stand: also where the message is broken, or
 * a code was put in the wrong place. */
export function maskSecrets(text: string, world: World): string {
  const masked = maskElements(text)
    .replace(secretAttributes, `$1${mask}$2`)
    .replace(/\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/g, (guid) =>
      world.sessions.has(guid.toUpperCase()) ? mask : guid,
    )
  return secretsOf(world).reduce((rest, secret) => rest.replaceAll(secret, mask), masked)
}

const secretAttributes = new RegExp(`(\\s(?:${secretNames})\\s*=\\s*["'])[^"'<>]+(["'])`, 'gi')

const secretStart = new RegExp(`<(?:[\\w.-]+:)?(${secretNames})(?:\\s[^<>]*)?>`, 'gi')

/** Everything between the tags of a secret element, be it text, CDATA, a comment or elements. One that does not end
 * hides its text alone: the rest of a broken message is what its reader looks for. That nothing was sent may be seen. */
function maskElements(text: string): string {
  const endless = new Set<string>()
  const kept: string[] = []
  let done = 0
  secretStart.lastIndex = 0
  for (let start = secretStart.exec(text); start !== null; start = secretStart.exec(text)) {
    const [tag, name = ''] = start
    if (tag.endsWith('/>')) continue
    const from = start.index + tag.length
    const key = name.toLowerCase()
    const end = endless.has(key) ? null : endOfElement(text, from, key)
    if (end === null) endless.add(key)
    const until = end ?? endOfContent(text, from)
    kept.push(text.slice(done, from), until === from ? '' : mask)
    done = until
    secretStart.lastIndex = until
  }
  return kept.join('') + text.slice(done)
}

/** A comment, CDATA, an instruction, the name of an end tag, or anything else that begins with <. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<\/(?:[\w.-]+:)?([\w.-]*)|</g

/** Where the end tag of that name begins, past what only looks like it in a comment or in CDATA. */
function endOfElement(text: string, from: number, name: string): number | null {
  markup.lastIndex = from
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    if (found[1]?.toLowerCase() === name) return found.index
  }
  return null
}

/** Where the first tag begins behind text, comments, CDATA and instructions. */
function endOfContent(text: string, from: number): number {
  markup.lastIndex = from
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    if (!/^<[!?]/.test(found[0])) return found.index
  }
  return text.length
}

/** Short codes are left to the elements: taking a word of a few letters out of every text would spoil it. */
function secretsOf(world: World): string[] {
  const codes = [...world.administrations.values()].flatMap(({ code1, code2 }) => [code1, code2])
  return codes.filter((code) => code.length >= 8).flatMap((code) => [code, escapeXml(code)])
}
