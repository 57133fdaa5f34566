import type { XmlElement } from '../xml/parse.ts'
import { type OperationName, operations } from './operations.ts'
import { decodeScalar, emptyScalar } from './scalars.ts'
import { complexTypes } from './types.ts'
import { type Fields, fieldType, type RequestOf, type TypeName } from './values.ts'
import { targetNamespace } from './wsdl.ts'

/** A value the service could not read: it answers with the fault of an .asmx service. */
export class UnreadableValue extends Error {
  readonly element: XmlElement

  constructor(message: string, element: XmlElement) {
    super(message)
    this.name = 'UnreadableValue'
    this.element = element
  }
}

/**
 * The request of an operation with all its fields. As .NET's XmlSerializer: elements in any order, unknown ones and
 * those of another namespace passed over, of a repeated one the last counts, missing numbers 0.
 * @throws UnreadableValue
 */
export function decodeRequest<O extends OperationName>(
  operation: O,
  body: XmlElement,
  lenient: boolean,
): RequestOf<O> {
  return decodeFields(operations[operation].request, body, lenient) as RequestOf<O>
}

function decodeFields(fields: Fields, parent: XmlElement, lenient: boolean): Record<string, unknown> {
  const present = new Map(
    parent.children
      .filter(({ namespace }) => namespace === targetNamespace)
      .map((child) => [child.name, child]),
  )
  return Object.fromEntries(
    Object.entries(fields).map(([field, notation]) => [
      field,
      decodeField(notation, present.get(field), lenient),
    ]),
  )
}

function decodeField(notation: string, element: XmlElement | undefined, lenient: boolean): unknown {
  const { name, list } = fieldType(notation)
  if (list) return element === undefined ? [] : decodeList(name, element, lenient)
  if (isComplex(name)) {
    return element === undefined || element.nil ? null : decodeFields(complexTypes[name], element, lenient)
  }
  if (element === undefined || element.nil) return emptyScalar(name)
  if (element.children.length > 0) throw new UnreadableValue('Unexpected node type Element.', element)
  const { value, problem } = decodeScalar(name, element.text, lenient)
  if (problem !== undefined) throw new UnreadableValue(problem, element)
  return value
}

function decodeList(name: string, element: XmlElement, lenient: boolean): unknown[] {
  if (!isComplex(name)) return []
  return element.children
    .filter((child) => child.namespace === targetNamespace && child.name === name && !child.nil)
    .map((child) => decodeFields(complexTypes[name], child, lenient))
}

function isComplex(name: string): name is TypeName {
  return Object.hasOwn(complexTypes, name)
}
