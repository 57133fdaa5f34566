import { added, type Change, changed, type Direction, removed } from './change.ts'
import {
  forms,
  type JsonSchema,
  lowerBounds,
  nameOf,
  upperBounds,
  valuesOf,
  variantsOf,
  withoutNull,
} from './schema.ts'

export type Schemas = Record<string, JsonSchema>

/** Two versions of all named schemas, and which of them were compared already for whom. */
export type Comparison = { before: Schemas; after: Schemas; seen: Set<string> }

type Pair = { before: JsonSchema; after: JsonSchema }

/**
 * What changed between two versions of one value. In a request it breaks to allow less than before; in an answer, to
 * give what could not come before, but for new properties and new listed values, which programs must expect.
 */
export function compareSchemas(
  comparison: Comparison,
  subject: string,
  { before, after }: Pair,
  direction: Direction,
): Change[] {
  const [one, other] = [withoutNull(before), withoutNull(after)]
  return [
    ...compareNull(subject, one.nullable, other.nullable, direction),
    ...compareNamed(comparison, subject, { before: one.schema, after: other.schema }, direction),
  ]
}

function compareNull(subject: string, before: boolean, after: boolean, direction: Direction): Change[] {
  if (before === after) return []
  const words = after ? 'may be null now' : 'may no longer be null'
  return [changed(subject, words, after ? direction === 'answer' : direction === 'request')]
}

/** A named schema is compared once, under its name, wherever it is used. */
function compareNamed(
  comparison: Comparison,
  subject: string,
  { before, after }: Pair,
  direction: Direction,
): Change[] {
  const name = nameOf(after)
  const pair = { before: resolve(comparison.before, before), after: resolve(comparison.after, after) }
  if (name === undefined || name !== nameOf(before)) {
    return compareContent(comparison, subject, pair, direction)
  }
  const key = `${direction} ${name}`
  if (comparison.seen.has(key)) return []
  comparison.seen.add(key)
  return compareContent(comparison, name, pair, direction)
}

function resolve(schemas: Schemas, schema: JsonSchema): JsonSchema {
  const name = nameOf(schema)
  return name === undefined ? schema : (schemas[name] ?? {})
}

function compareContent(comparison: Comparison, subject: string, pair: Pair, direction: Direction): Change[] {
  const { before, after } = pair
  const [one, other] = [variantsOf(before), variantsOf(after)]
  if (one !== undefined && other !== undefined) {
    return compareVariants(comparison, subject, { before: one, after: other }, direction)
  }
  if (String(before.type) !== String(after.type) || (one === undefined) !== (other === undefined)) {
    return [changed(subject, `is ${kindOf(after)} now, was ${kindOf(before)}`, true)]
  }
  return [
    ...compareValues(subject, pair, direction),
    ...compareBounds(subject, pair, direction),
    ...compareProperties(comparison, subject, pair, direction),
    ...compareItems(comparison, subject, pair, direction),
  ]
}

function kindOf(schema: JsonSchema): string {
  return variantsOf(schema) ? 'one of several' : String(schema.type ?? 'anything')
}

function compareVariants(
  comparison: Comparison,
  subject: string,
  { before, after }: { before: Map<string, JsonSchema>; after: Map<string, JsonSchema> },
  direction: Direction,
): Change[] {
  const gone = [...before.keys()].filter((name) => !after.has(name))
  return [
    ...gone.map((name) => listed(subject, name, 'removed', direction)),
    ...[...after].flatMap(([name, variant]) => {
      const earlier = before.get(name)
      if (earlier === undefined) return [listed(subject, name, 'added', direction)]
      return compareSchemas(comparison, subject, { before: earlier, after: variant }, direction)
    }),
  ]
}

function compareValues(subject: string, { before, after }: Pair, direction: Direction): Change[] {
  const [one, other] = [valuesOf(before), valuesOf(after)]
  if (one === undefined && other === undefined) return []
  if (one === undefined) return [changed(subject, 'is one of a list now', direction === 'request')]
  if (other === undefined) return [changed(subject, 'is no longer one of a list', false)]
  return [
    ...one
      .filter((value) => !other.includes(value))
      .map((value) => listed(subject, value, 'removed', direction)),
    ...other
      .filter((value) => !one.includes(value))
      .map((value) => listed(subject, value, 'added', direction)),
  ]
}

/** A value out of a list: taking one away breaks who sends it, and nobody who reads. */
function listed(subject: string, value: string, kind: 'added' | 'removed', direction: Direction): Change {
  if (kind === 'added') return added(subject, `may be ${value}`)
  return { ...removed(subject, `is never ${value} any more`), breaking: direction === 'request' }
}

function compareBounds(subject: string, { before, after }: Pair, direction: Direction): Change[] {
  const changes: Change[] = []
  const tell = (name: string, other: unknown, isNarrower: boolean) => {
    const words = other === undefined ? `has no ${name} any more` : `has ${name} ${other} now`
    changes.push(changed(subject, words, isNarrower && direction === 'request'))
  }
  for (const name of lowerBounds) {
    const [one, other] = [before[name], after[name]]
    if (one !== other)
      tell(name, other, (other ?? Number.NEGATIVE_INFINITY) > (one ?? Number.NEGATIVE_INFINITY))
  }
  for (const name of upperBounds) {
    const [one, other] = [before[name], after[name]]
    if (one !== other)
      tell(name, other, (other ?? Number.POSITIVE_INFINITY) < (one ?? Number.POSITIVE_INFINITY))
  }
  for (const name of forms) {
    const [one, other] = [before[name], after[name]]
    if (one !== other) tell(name, other, other !== undefined)
  }
  return changes
}

function compareProperties(
  comparison: Comparison,
  subject: string,
  { before, after }: Pair,
  direction: Direction,
): Change[] {
  const [one, other] = [before.properties ?? {}, after.properties ?? {}]
  const gone = Object.keys(one).filter((name) => !(name in other))
  return [
    ...gone.map((name) => removed(`${subject}.${name}`, 'is gone')),
    ...Object.entries(other).flatMap(([name, property]) => {
      const of = `${subject}.${name}`
      const isRequired = after.required?.includes(name) ?? false
      const earlier = one[name]
      if (earlier === undefined) return [newProperty(of, isRequired, direction)]
      const wasRequired = before.required?.includes(name) ?? false
      return [
        ...compareRequired(of, wasRequired, isRequired, direction),
        ...compareSchemas(comparison, of, { before: earlier, after: property }, direction),
      ]
    }),
  ]
}

function newProperty(subject: string, isRequired: boolean, direction: Direction): Change {
  if (!isRequired || direction === 'answer') return added(subject, 'is new')
  return { ...added(subject, 'is new, and must be sent'), breaking: true }
}

export function compareRequired(
  subject: string,
  before: boolean,
  after: boolean,
  direction: Direction,
): Change[] {
  if (before === after) return []
  const words = after ? 'is always there now' : 'may be left out now'
  if (direction === 'answer') return [changed(subject, words, !after)]
  return [changed(subject, after ? 'must be sent now' : words, after)]
}

function compareItems(
  comparison: Comparison,
  subject: string,
  { before, after }: Pair,
  direction: Direction,
): Change[] {
  if (before.items === undefined || after.items === undefined) return []
  return compareSchemas(comparison, `${subject}[]`, { before: before.items, after: after.items }, direction)
}
