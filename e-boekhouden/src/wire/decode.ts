import { assumptions } from '../service/assumptions.ts'
import { shortestDecimal, shortestDouble } from '../values/decimal.ts'
import { dayOf } from '../values/plain-date.ts'
import type { XmlElement } from '../xml/parse.ts'
import type { WireType } from './types.ts'

/** An element holds something that its type does not allow, such as letters in a number. */
class UnreadableValue extends Error {}

/**
 * An element as its type says: what comes out is `Read<T>` for a type `T`. Elements are found by name,
 * whatever their order; unknown ones are ignored. Throws `UnreadableValue`.
 */
export function decode(type: WireType, element: XmlElement | undefined): unknown {
  switch (type.kind) {
    case 'optional':
      return decode(type.of, element)
    case 'record':
      return recordOf(type.fields, element)
    case 'list':
      return itemsOf(element, type.item).map((item) => decode(type.of, item))
    default:
      return scalar(type, element === undefined || element.nil ? '' : element.text)
  }
}

function recordOf(fields: Readonly<Record<string, WireType>>, element: XmlElement | undefined): unknown {
  const children = new Map<string, XmlElement>()
  for (const child of element?.children ?? []) if (!children.has(child.name)) children.set(child.name, child)
  const entries = Object.entries(fields).map(([name, field]) => [name, decode(field, children.get(name))])
  return Object.fromEntries(entries)
}

function itemsOf(element: XmlElement | undefined, item: string): XmlElement[] {
  return element?.children.filter((child) => child.name === item && !child.nil) ?? []
}

function scalar(type: WireType, written: string): unknown {
  switch (type.kind) {
    case 'long':
      return longOf(written)
    case 'decimal':
      return readable(written.trim() === '' ? '0' : shortestDecimal(written), written)
    case 'double':
      return readable(written.trim() === '' ? '0' : shortestDouble(written), written)
    case 'boolean':
      return booleanOf(written.trim().toLowerCase())
    case 'dateTime':
      return readable(dayOf(written), written)
    case 'choice':
      return written.trim()
    default:
      return written
  }
}

function longOf(written: string): number {
  const trimmed = written.trim()
  if (trimmed === '') return 0
  const number = /^[+-]?\d{1,19}$/.test(trimmed) ? Number(trimmed) : Number.NaN
  return readable(Math.abs(number) <= assumptions.largestNumber ? number + 0 : null, written)
}

function booleanOf(written: string): boolean {
  if (written === 'true' || written === '1') return true
  if (written === 'false' || written === '0' || written === '') return false
  throw new UnreadableValue('not a boolean')
}

function readable<T>(read: T | null, written: string): T {
  if (read === null) throw new UnreadableValue(`${written.length} characters that are no such value`)
  return read
}
