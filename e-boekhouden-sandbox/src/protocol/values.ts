import type { OperationName, operations } from './operations.ts'
import type { complexTypes, enumerations } from './types.ts'

export type TypeName = keyof typeof complexTypes
export type EnumerationName = keyof typeof enumerations
export type Fields = Readonly<Record<string, string>>

/** Absent and empty strings are the same to the service: ''. A long that is absent is 0. Decimals and doubles are
 * plain decimal texts without zeros at their ends, so that no amount passes through a float. A dateTime is 'YYYY-MM-DD', with a time behind it
 * where one is sent; absent it is `null`. */
type ScalarValue<T extends string> = T extends `${infer Name} nil`
  ? ScalarValue<Name>
  : T extends 'string?' | 'anyType?' | 'decimal' | 'double'
    ? string
    : T extends 'long' | 'long?'
      ? number
      : T extends 'boolean'
        ? boolean
        : T extends 'dateTime'
          ? string | null
          : T extends EnumerationName
            ? (typeof enumerations)[T][number] | null
            : never

export type FieldValue<T extends string> = T extends `list of ${infer Name extends TypeName}`
  ? ValueOf<Name>[]
  : T extends `${infer Name extends TypeName}?`
    ? ValueOf<Name> | null
    : ScalarValue<T>

export type FieldValues<F extends Fields> = { -readonly [K in keyof F]: FieldValue<F[K]> }

/** The value of a type of the WSDL, with every field present. */
export type ValueOf<Name extends TypeName> = FieldValues<(typeof complexTypes)[Name]>

export type RequestOf<O extends OperationName> = FieldValues<(typeof operations)[O]['request']>

export type ResultOf<O extends OperationName> = (typeof operations)[O]['result'] extends infer R extends
  TypeName
  ? ValueOf<R>
  : null

/** How a field's notation is taken apart. */
export interface FieldType {
  /** 'string', 'long', …, or the name of an enumeration or of a complex type. */
  name: string
  list: boolean
  optional: boolean
  nillable: boolean
}

export function fieldType(notation: string): FieldType {
  if (notation.startsWith('list of ')) {
    return { name: notation.slice('list of '.length), list: true, optional: true, nillable: false }
  }
  const nillable = notation.endsWith(' nil')
  const base = nillable ? notation.slice(0, -' nil'.length) : notation
  const optional = base.endsWith('?')
  return { name: optional ? base.slice(0, -1) : base, list: false, optional, nillable }
}

/** The WSDL's name of the wrapper of a list: ArrayOfCMutatie for cMutatie. */
export function listTypeName(name: string): string {
  return `ArrayOf${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
