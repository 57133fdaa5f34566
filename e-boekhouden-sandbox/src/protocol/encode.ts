import type { Settings } from '../handle/settings.ts'
import { element, escapeXml } from '../xml/write.ts'
import { type OperationName, operations } from './operations.ts'
import { complexTypes } from './types.ts'
import { type Fields, fieldType, type ResultOf, type TypeName } from './values.ts'
import { targetNamespace } from './wsdl.ts'

/** The answer of an operation that succeeded, as it stands in the SOAP body: every field present, in the order of the
 * WSDL, but the error's where `success` leaves them out. */
export function encodeResponse<O extends OperationName>(
  operation: O,
  result: ResultOf<O>,
  success: Settings['successMessage'],
): string {
  const type = operations[operation].result
  const noError = success === 'empty' ? '' : encodeError('', '')
  const start = `${operation}Response xmlns="${targetNamespace}"`
  if (type === null) return `<${start} />`
  const content = element(`${operation}Result`, encodeResult(type, result, noError))
  return `<${start}>${content}</${operation}Response>`
}

function encodeResult(type: TypeName, result: unknown, noError: string): string {
  if (type === 'cError') return noError
  const values = result as Record<string, unknown>
  return Object.entries(complexTypes[type])
    .map(([field, notation]) =>
      fieldType(notation).name === 'cError'
        ? element(field, noError)
        : encodeField(field, notation, values[field]),
    )
    .join('')
}

function encodeError(code: string, description: string): string {
  return element('LastErrorCode', escapeXml(code)) + element('LastErrorDescription', escapeXml(description))
}

function encodeFields(fields: Fields, value: unknown): string {
  const values = value as Record<string, unknown>
  return Object.entries(fields)
    .map(([field, notation]) => encodeField(field, notation, values[field]))
    .join('')
}

function encodeField(field: string, notation: string, value: unknown): string {
  const { name, list } = fieldType(notation)
  if (list) {
    const items = value as unknown[]
    return element(field, items.map((item) => encodeComplex(name, name, item)).join(''))
  }
  if (value === null) return ''
  if (Object.hasOwn(complexTypes, name)) return encodeComplex(field, name, value)
  return element(field, escapeXml(name === 'dateTime' ? dateTime(String(value)) : String(value)))
}

function encodeComplex(tag: string, name: string, value: unknown): string {
  return element(tag, encodeFields(complexTypes[name as keyof typeof complexTypes], value))
}

/** Dates go out as midnight, as in the dumps of real answers. */
function dateTime(text: string): string {
  return text.length === 'YYYY-MM-DD'.length ? `${text}T00:00:00` : text
}

/** The answer when an operation says no: the code, numbers 0, and nothing else. */
export function encodeFailure(operation: OperationName, code: string, description: string): string {
  const type = operations[operation].result
  const error = encodeError(code, description)
  const fields: Fields = type === null ? {} : complexTypes[type]
  const content =
    type === 'cError'
      ? error
      : Object.entries(fields).map(([field, notation]) => failed(field, notation, error))
  const result = type === null ? '' : element(`${operation}Result`, [content].flat().join(''))
  return `<${operation}Response xmlns="${targetNamespace}">${result}</${operation}Response>`
}

function failed(field: string, notation: string, error: string): string {
  const { name, optional } = fieldType(notation)
  if (name === 'cError') return element(field, error)
  return optional ? '' : element(field, '0')
}

/** An answer with nothing in it: no error, no lists, numbers 0. */
export function encodeEmpty(operation: OperationName): string {
  const type = operations[operation].result
  const fields: Fields = type === null ? {} : complexTypes[type]
  const content = Object.entries(fields).map(([field, notation]) => failed(field, notation, ''))
  const result = type === null ? '' : element(`${operation}Result`, content.join(''))
  return `<${operation}Response xmlns="${targetNamespace}">${result}</${operation}Response>`
}
