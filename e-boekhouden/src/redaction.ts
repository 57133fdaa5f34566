/** What stands where a secret stood. */
export const redacted = '•••'

export type Redaction = {
  /** A session id, which is hidden from now on like the codes. */
  hideSession(sessionId: string): void
  /** The text without any of them, in whatever usual form they are written. */
  redact(text: string): string
}

/**
 * Takes the sign-in data and the session ids out of texts: the content of the elements that hold them by
 * their names, and each of them wherever else it stands, also with its characters escaped for XML, JSON or
 * addresses, or as base64 or hex. The user name can be a common word, so it is looked for as a word of the
 * same case; codes and session ids in any case and inside other text.
 */
export function createRedaction(signIn: { username: string; codes: readonly string[] }): Redaction {
  const names = withTrimmed([signIn.username])
  const codes = withTrimmed(signIn.codes)
  let sessions: string[] = []
  let expressions = expressionsFor(names, codes)

  return {
    hideSession(sessionId) {
      const texts = withTrimmed([sessionId, sessionId.replace(/^\{|\}$/g, '')])
      sessions = [...sessions, ...texts].slice(-rememberedSessionTexts)
      expressions = expressionsFor(names, [...codes, ...sessions])
    },
    redact(text) {
      let visible = emptySecretElements(text.replaceAll('\0', ''))
      for (const expression of expressions) visible = visible.replace(expression, redacted)
      return cutBegunSecret(visible, [...codes, ...sessions])
    },
  }
}

/** Two for each of the last eight sessions: more than half an hour, and no answer is as late as that. */
const rememberedSessionTexts = 16

function withTrimmed(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [text, text.trim()]))].filter((text) => text.trim() !== '')
}

function emptySecretElements(text: string): string {
  return text.replace(secretElements, `$1${redacted}`)
}

/** Up to the closing tag, or to the end of a text that breaks off. */
const secretElements =
  /(<(?:[\w.-]+:)?(?:Username|SecurityCode1|SecurityCode2|SessionID|Token)\b[^<>]*(?<!\/)>)[\s\S]*?(?=<\/|$)/g

function expressionsFor(names: readonly string[], secrets: readonly string[]): RegExp[] {
  const expressions: RegExp[] = []
  const coded = (text: string) => [...base64Forms(text), hexForm(text)]
  if (secrets.length > 0) {
    const forms = secrets.flatMap((secret) => [escapedForms(secret), ...coded(secret)])
    expressions.push(new RegExp(forms.join('|'), 'giu'))
  }
  if (names.length > 0) {
    const forms = names.flatMap((name) => [asWord(escapedForms(name)), ...coded(name)])
    expressions.push(new RegExp(forms.join('|'), 'gu'))
  }
  return expressions
}

function asWord(form: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${form})(?![\\p{L}\\p{N}])`
}

/** Each character as itself or as any of its escapes, so that mixed spellings are found too. */
function escapedForms(secret: string): string {
  return [...secret].map((character) => `(?:${spellingsOf(character).join('|')})`).join('')
}

function spellingsOf(character: string): string[] {
  const point = character.codePointAt(0) ?? 0
  const percent = [...Buffer.from(character)].map((byte) => `%${hex(byte, 2)}`).join('')
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  const json = units.map((unit) => `\\\\u${hex(unit, 4)}`).join('')
  const named = namedReferences[character]
  const plain = `\\u{${point.toString(16)}}`
  const references = [`&#0{0,8}${point};`, `&#[xX]0{0,8}${hex(point, 1)};`]
  return [plain, ...references, percent, json, ...(named ? [named] : [])]
}

const namedReferences: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;|\\\\"',
  "'": '&apos;',
  '\\': '\\\\\\\\',
  ' ': '\\+',
}

/** Base64 of a longer text shows a secret in one of three ways, by where in a group of three bytes it begins. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [0, 1, 2]
    .map((offset) => {
      const coded = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '')
      const endsWhole = (offset + bytes.length) % 3 === 0
      return coded.slice(offset === 0 ? 0 : offset + 1, endsWhole ? undefined : -1)
    })
    .filter((stable) => stable.length >= shortestBase64)
    .map((stable) => stable.replaceAll('+', '[+-]').replaceAll('/', '[/_]'))
}

/** Fewer characters turn up by chance. */
const shortestBase64 = 5

function hexForm(secret: string): string {
  return [...Buffer.from(secret)].map((byte) => hex(byte, 2)).join('')
}

/** A number in hex as an expression that takes its letters in either case. */
function hex(number: number, length: number): string {
  return number
    .toString(16)
    .padStart(length, '0')
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

/** A text that breaks off inside a secret shows the beginning of it. */
function cutBegunSecret(text: string, secrets: readonly string[]): string {
  for (const secret of secrets) {
    for (let length = Math.min(secret.length, text.length); length >= shortestBeginning; length -= 1) {
      if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + redacted
    }
  }
  return text
}

/** Fewer characters of a secret are no secret. */
const shortestBeginning = 4
