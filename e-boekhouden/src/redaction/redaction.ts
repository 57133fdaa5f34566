import type { Needle } from './redaction-needles.ts'
import { formsOf, lowerCase, placesOf } from './redaction-needles.ts'
import { undoEscapes } from './undo-escapes.ts'

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
  const names = formsOf([signIn.username], { ignoreCase: false, wholeWord: true })
  const codes = formsOf(signIn.codes, { ignoreCase: true, wholeWord: false })
  let sessions: readonly Needle[][] = []

  return {
    hideSession(sessionId) {
      const texts = [sessionId, sessionId.replace(/^\{|\}$/g, '')]
      sessions = [...sessions, formsOf(texts, { ignoreCase: true, wholeWord: false })].slice(
        -rememberedSessions,
      )
    },
    redact(text) {
      const needles = [...names, ...codes, ...sessions.flat()]
      return cutBegunSecret(hide(emptySecretElements(text.replaceAll('\0', '')), needles), needles)
    },
  }
}

/** Sessions live for minutes and answers take half of one, so a late answer names one of the last four. */
const rememberedSessions = 4

function emptySecretElements(text: string): string {
  return text.replace(secretElements, `$1${redacted}`)
}

/** Up to the closing tag, or to the end of a text that breaks off. */
const secretElements =
  /(<(?:[\w.-]{1,50}:)?(?:Username|SecurityCode1|SecurityCode2|SessionID|Token)\b[^<>]*(?<!\/)>)[\s\S]*?(?=<\/|$)/g

/** The text without what the needles find in it, as it stands and with its escapes undone. */
function hide(text: string, needles: readonly Needle[]): string {
  const unescaped = undoEscapes(text)
  const [writtenLower, meantLower] = [lowerCase(text), lowerCase(unescaped.text)]
  const asWritten = needles.flatMap((needle) => placesOf(needle, text, writtenLower))
  const asMeant = needles
    .flatMap((needle) => placesOf(needle, unescaped.text, meantLower))
    .map(({ start, end }) => ({ start: unescaped.sourceStart(start), end: unescaped.sourceEnd(end) }))
  return withoutPlaces(text, [...asWritten, ...asMeant])
}

function withoutPlaces(text: string, places: readonly { start: number; end: number }[]): string {
  let shown = ''
  let hiddenTo = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start >= hiddenTo) shown += text.slice(hiddenTo, start) + redacted
    hiddenTo = Math.max(hiddenTo, end)
  }
  return shown + text.slice(hiddenTo)
}

/** A text that breaks off inside a secret shows the beginning of it. */
function cutBegunSecret(text: string, needles: readonly Needle[]): string {
  for (const needle of needles.filter(({ wholeWord }) => !wholeWord)) {
    for (let length = Math.min(needle.text.length, text.length); length >= shortestBeginning; length -= 1) {
      if (lowerCase(text.slice(-length)) === needle.text.slice(0, length))
        return text.slice(0, -length) + redacted
    }
  }
  return text
}

/** Fewer characters of a secret are no secret. */
const shortestBeginning = 5
