/** A JSON schema as the document holds it: only what the comparison reads. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
} & Bounds

/** What narrows a value: a larger one of these allows less, or a smaller one does. */
type Bounds = {
  minimum?: number
  minLength?: number
  minItems?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  pattern?: string
  format?: string
}

export const lowerBounds = ['minimum', 'minLength', 'minItems'] as const
export const upperBounds = ['maximum', 'maxLength', 'maxItems'] as const
export const forms = ['pattern', 'format'] as const

const prefix = '#/components/schemas/'

/** The name of the schema that a reference leads to. */
export function nameOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith(prefix) ? $ref.slice(prefix.length) : undefined
}

/** A schema without its null: «X or null» is written as a union with two variants. */
export function withoutNull(schema: JsonSchema): { schema: JsonSchema; nullable: boolean } {
  const union = schema.anyOf ?? schema.oneOf
  const rest = union?.filter(({ type }) => type !== 'null')
  if (union === undefined || rest === undefined || rest.length === union.length) {
    return { schema, nullable: schema.type === 'null' }
  }
  const [only] = rest
  if (rest.length === 1 && only !== undefined) return { schema: only, nullable: true }
  return { schema: { ...schema, anyOf: rest }, nullable: true }
}

/** The variants of a union by what tells them apart: a fixed property, a name, or their whole. */
export function variantsOf({ anyOf, oneOf }: JsonSchema): Map<string, JsonSchema> | undefined {
  const variants = anyOf ?? oneOf
  return variants && new Map(variants.map((variant) => [variantName(variant), variant]))
}

function variantName(variant: JsonSchema): string {
  const fixed = Object.values(variant.properties ?? {}).find((property) => property.const !== undefined)
  return nameOf(variant) ?? JSON.stringify(fixed?.const ?? variant.type ?? variant)
}

/** The values that are allowed, where they are listed. */
export function valuesOf(schema: JsonSchema): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  return schema.enum?.map((value) => JSON.stringify(value))
}
