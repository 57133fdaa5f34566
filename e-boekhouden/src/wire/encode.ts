import { assumptions } from '../service/assumptions.ts'
import { escapeText } from '../xml/escape.ts'
import type { WireType } from './types.ts'

/**
 * A value as XML, every element present and in the WSDL's order. The caller's types see to it that the value
 * fits (`RequestOf`), and its checks that lengths do: the encoder knows neither.
 */
export function encode(name: string, type: WireType, value: unknown): string {
  if (value === null) return `<${name} xsi:nil="true" />`
  return `<${name}>${content(type, value)}</${name}>`
}

function content(type: WireType, value: unknown): string {
  switch (type.kind) {
    case 'optional':
      return content(type.of, value)
    case 'record':
      return Object.entries(type.fields)
        .map(([name, field]) => encode(name, field, fieldOf(value, name)))
        .join('')
    case 'list':
      return itemsOf(value)
        .map((item) => encode(type.item, type.of, item))
        .join('')
    case 'dateTime':
      return assumptions.dayAsDateTime(String(value))
    default:
      return escapeText(String(value))
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
