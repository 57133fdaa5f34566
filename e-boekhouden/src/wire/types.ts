import type { DecimalString, PlainDate } from '../values/values.ts'

/** The types of the WSDL as data. Encoder, decoder and the test against the WSDL all read these. */
export type WireType =
  | { kind: 'text' }
  | { kind: 'long' }
  | { kind: 'decimal' }
  | { kind: 'double' }
  | { kind: 'boolean' }
  | { kind: 'dateTime'; nillable: boolean }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'optional'; of: WireType }
  | { kind: 'record'; fields: Readonly<Record<string, WireType>> }
  | { kind: 'list'; item: string; of: WireType }

export const text = { kind: 'text' } as const
export const long = { kind: 'long' } as const
export const decimal = { kind: 'decimal' } as const
export const double = { kind: 'double' } as const
export const boolean = { kind: 'boolean' } as const
export const dateTime = { kind: 'dateTime', nillable: false } as const
export const nillableDateTime = { kind: 'dateTime', nillable: true } as const

/** An element of a value type that the WSDL lets one leave out. */
export const optional = <const T extends WireType>(of: T) => ({ kind: 'optional', of }) as const

export const choice = <const V extends readonly string[]>(...values: V) =>
  ({ kind: 'choice', values }) as const

/** Child elements in the order of the WSDL's sequence. */
export const record = <const F extends Readonly<Record<string, WireType>>>(fields: F) =>
  ({ kind: 'record', fields }) as const

/** An element that holds any number of elements of one name. */
export const list = <const T extends WireType>(item: string, of: T) => ({ kind: 'list', item, of }) as const

/** What the encoder takes for a type: every element, in the service's own names. */
export type Wire<T extends WireType> = T extends { kind: 'text' }
  ? string
  : T extends { kind: 'long' }
    ? number
    : T extends { kind: 'decimal' | 'double' }
      ? DecimalString
      : T extends { kind: 'boolean' }
        ? boolean
        : T extends { kind: 'dateTime'; nillable: infer N }
          ? PlainDate | (N extends true ? null : never)
          : T extends { kind: 'choice'; values: readonly (infer V)[] }
            ? V
            : T extends { kind: 'optional'; of: infer O extends WireType }
              ? Wire<O>
              : T extends { kind: 'record'; fields: infer F extends Readonly<Record<string, WireType>> }
                ? { readonly [Name in keyof F]: Wire<F[Name]> }
                : T extends { kind: 'list'; of: infer O extends WireType }
                  ? readonly Wire<O>[]
                  : never

/**
 * What the decoder gives for a type. An element that is missing, empty or nil reads as the empty text, 0,
 * false or no items; a choice that is not in the WSDL is kept as it was written.
 */
export type Read<T extends WireType> = T extends { kind: 'dateTime' }
  ? PlainDate | ''
  : T extends { kind: 'choice' }
    ? string
    : T extends { kind: 'optional'; of: infer O extends WireType }
      ? Read<O>
      : T extends { kind: 'record'; fields: infer F extends Readonly<Record<string, WireType>> }
        ? { readonly [Name in keyof F]: Read<F[Name]> }
        : T extends { kind: 'list'; of: infer O extends WireType }
          ? readonly Read<O>[]
          : Wire<T>
