import type { Codes } from '../encryption/seal.ts'
import type { CodesField, ConnectionRefusal } from './refusal.ts'

/** The lengths the service takes (manual 5.5). */
const lengths: Readonly<Record<CodesField, number>> = { username: 55, securityCode1: 50, securityCode2: 50 }

/**
 * The codes as they came from copy and paste, without what surrounds them: spaces, line breaks, and the
 * invisible characters that word processors and mail programs leave.
 */
export function readCodes(
  input: Codes,
): { ok: true; codes: Codes } | { ok: false; refusal: ConnectionRefusal } {
  const codes: Codes = {
    username: trimmed(input.username),
    securityCode1: trimmed(input.securityCode1),
    securityCode2: trimmed(input.securityCode2),
  }
  const missing = fields.filter((field) => codes[field] === '')
  if (missing.length > 0) return refuse('code_missing', missing)
  const tooLong = fields.filter((field) => codes[field].length > lengths[field])
  if (tooLong.length > 0) return refuse('code_too_long', tooLong)
  return { ok: true, codes }
}

const fields = Object.keys(lengths) as readonly CodesField[]

function trimmed(text: string): string {
  return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
}

function refuse(code: 'code_missing' | 'code_too_long', wrong: readonly CodesField[]) {
  return { ok: false as const, refusal: { code, fields: wrong, serviceCode: null } }
}
