import { wireDecimal } from '../money/cents.ts'
import { dateInAmsterdam } from '../time/amsterdam.ts'
import { enumerations } from './types.ts'

interface Decoded {
  value?: string | number | boolean | null
  /** The words .NET would use. */
  problem?: string
}

const wrongFormat = { problem: 'Input string was not in a correct format.' }

/** What .NET makes of an element that is not there. */
export function emptyScalar(type: string): string | number | boolean | null {
  if (type === 'long') return 0
  if (type === 'decimal' || type === 'double') return '0'
  if (type === 'boolean') return false
  if (type === 'string' || type === 'anyType') return ''
  return null
}

/** Reads the text of an element. `lenient`: an empty number, boolean or date counts as absent, as clients send it
 * and the real service is believed to take in part. */
export function decodeScalar(type: string, raw: string, lenient: boolean): Decoded {
  if (type === 'string' || type === 'anyType') return { value: raw }
  const text = raw.trim()
  if (text === '' && lenient && ['long', 'boolean', 'dateTime'].includes(type))
    return { value: emptyScalar(type) }
  if (type === 'long') return decodeLong(text)
  if (type === 'decimal') return decodeDecimal(text)
  if (type === 'double') return decodeDouble(text)
  if (type === 'boolean') return decodeBoolean(text)
  if (type === 'dateTime') return decodeDate(text)
  return decodeEnumeration(type, text)
}

function decodeLong(text: string): Decoded {
  if (!/^[+-]?\d{1,30}$/.test(text)) return wrongFormat
  const value = BigInt(text.replace('+', ''))
  if (value !== BigInt.asIntN(64, value))
    return { problem: 'Value was either too large or too small for an Int64.' }
  // No number in the books comes near; a filter such as "up to the largest long" keeps its meaning.
  const safe = BigInt(Number.MAX_SAFE_INTEGER)
  return { value: Number(value > safe ? safe : value < -safe ? -safe : value) }
}

function decodeDecimal(text: string): Decoded {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return wrongFormat
  if (text.length > 30) return { problem: 'Value was either too large or too small for a Decimal.' }
  return { value: wireDecimal(text.replace('+', '')) }
}

function decodeDouble(text: string): Decoded {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) || text.length > 40) return wrongFormat
  if (!/[eE]/.test(text)) return { value: wireDecimal(text.replace('+', '')) }
  const value = Number(text)
  return Math.abs(value) < 1e15 ? { value: wireDecimal(value.toFixed(10)) } : wrongFormat
}

function decodeBoolean(text: string): Decoded {
  if (text === 'true' || text === '1') return { value: true }
  if (text === 'false' || text === '0') return { value: false }
  return { problem: `The string '${text.slice(0, 40)}' is not a valid Boolean value.` }
}

const wrongDate = (text: string) => ({
  problem: `The string '${text.slice(0, 40)}' is not a valid AllXsd value.`,
})

/** A date alone, or an instant: with a zone it is the day it was in Amsterdam, where the service lives. */
function decodeDate(text: string): Decoded {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,12})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (!match) return wrongDate(text)
  const [, year = '', month = '', day = '', hour, minute, second, zone] = match
  const date = `${year}-${month}-${day}`
  if (!isCalendarDay(date)) return wrongDate(text)
  if (hour === undefined || zone === undefined) {
    const inRange = hour === undefined || (Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)
    return inRange ? { value: date } : wrongDate(text)
  }
  const instant = new Date(`${date}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(instant.getTime()) ? wrongDate(text) : { value: dateInAmsterdam(instant) }
}

function isCalendarDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

function decodeEnumeration(type: string, text: string): Decoded {
  const values: readonly string[] = Object.hasOwn(enumerations, type)
    ? enumerations[type as keyof typeof enumerations]
    : []
  if (values.includes(text)) return { value: text }
  return { problem: `Instance validation error: '${text.slice(0, 60)}' is not a valid value for ${type}.` }
}
