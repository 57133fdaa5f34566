/** What stands where a secret stood. */
export const redacted = '•••'

export type Redaction = {
  /** A session id, which is hidden from now on like the codes. */
  hideSession(sessionId: string): void
  /** The text without any of them, in whatever usual form they are written. */
  redact(text: string): string
}

/**
 * Takes secrets out of texts: the content of the elements that hold them by their names, and each secret
 * wherever else it stands, also with its characters escaped for XML, JSON or addresses, or as base64 or hex.
 */
export function createRedaction(codes: readonly string[]): Redaction {
  let sessions: string[] = []
  let secrets: string[] = []
  let expression: RegExp | null = null

  function refresh(): void {
    secrets = [...codes, ...sessions]
      .flatMap((text) => [text, text.trim()])
      .filter((text) => text.trim() !== '')
    secrets = [...new Set(secrets)]
    expression = expressionFor(secrets)
  }

  refresh()
  return {
    hideSession(sessionId) {
      // Without its braces too, as the service may name it in a text.
      sessions = [...sessions, sessionId, sessionId.replace(/^\{|\}$/g, '')].slice(-rememberedSessionTexts)
      refresh()
    },
    redact(text) {
      const visible = emptySecretElements(text.replaceAll('\0', ''))
      return cutBegunSecret(expression ? visible.replace(expression, redacted) : visible, secrets)
    },
  }
}

/** Two for each of the last eight sessions: more than half an hour, and no answer is as late as that. */
const rememberedSessionTexts = 16

function emptySecretElements(text: string): string {
  return text.replace(secretElements, `$1${redacted}`)
}

/** Up to the closing tag, or to the end of a text that breaks off. */
const secretElements =
  /(<(?:[\w.-]+:)?(?:Username|SecurityCode1|SecurityCode2|SessionID|Token)\b[^<>]*(?<!\/)>)[\s\S]*?(?=<\/|$)/g

function expressionFor(secrets: readonly string[]): RegExp | null {
  if (secrets.length === 0) return null
  const forms = secrets.flatMap((secret) => [escapedForms(secret), ...base64Forms(secret), hexForm(secret)])
  return new RegExp(forms.join('|'), 'giu')
}

/** Each character as itself or as any of its escapes, so that mixed spellings are found too. */
function escapedForms(secret: string): string {
  const whole = [...secret].map((character) => `(?:${spellingsOf(character).join('|')})`).join('')
  return secret.length < shortestInsideWords ? `(?<![\\p{L}\\p{N}])${whole}(?![\\p{L}\\p{N}])` : whole
}

/** A shorter user name is cut out as a word only, or it would go out of the middle of other words. */
const shortestInsideWords = 5

function spellingsOf(character: string): string[] {
  const point = character.codePointAt(0) ?? 0
  const percent = [...Buffer.from(character)].map((byte) => `%${hex(byte, 2)}`).join('')
  const json = character
    .split('')
    .map((unit) => `\\\\u${hex(unit.charCodeAt(0), 4)}`)
    .join('')
  const named = namedReferences[character]
  const plain = `\\u{${hex(point, 1)}}`
  return [plain, `&#0{0,8}${point};`, `&#x0{0,8}${hex(point, 1)};`, percent, json, ...(named ? [named] : [])]
}

const namedReferences: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '(?:&quot;|\\\\")',
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
    .filter((stable) => stable.length >= shortestInsideWords)
    .map((stable) => stable.replaceAll('+', '[+-]').replaceAll('/', '[/_]'))
}

function hexForm(secret: string): string {
  return [...Buffer.from(secret)].map((byte) => hex(byte, 2)).join('')
}

function hex(number: number, length: number): string {
  return number.toString(16).padStart(length, '0')
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
