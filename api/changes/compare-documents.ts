import { added, type Change, changed, type Direction, removed } from './change.ts'
import { type Comparison, compareRequired, compareSchemas, type Schemas } from './compare-schemas.ts'
import type { JsonSchema } from './schema.ts'

type Content = Record<string, { schema?: JsonSchema }>
type Parameter = { name: string; in: string; required?: boolean; schema: JsonSchema }
type Answer = { description?: string; content?: Content }

type Operation = {
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Content }
  responses?: Record<string, Answer>
  security?: Record<string, unknown>[]
}

/** An OpenAPI document, as far as the comparison reads it. */
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Schemas }
}

/** Everything that differs between two versions of the API for a program that calls it; words alone do not. */
export function compareDocuments(before: Document, after: Document): Change[] {
  const comparison = {
    before: before.components.schemas,
    after: after.components.schemas,
    seen: new Set<string>(),
  }
  const [one, other] = [operationsOf(before), operationsOf(after)]
  const gone = [...one.keys()].filter((name) => !other.has(name))
  return [
    ...gone.map((name) => removed(name, 'is gone')),
    ...[...other].flatMap(([name, operation]) => {
      const earlier = one.get(name)
      return earlier === undefined
        ? [added(name, 'is new')]
        : compareOperations(comparison, name, earlier, operation)
    }),
  ]
}

function operationsOf({ paths }: Document): Map<string, Operation> {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  )
  return new Map(entries)
}

function compareOperations(
  comparison: Comparison,
  name: string,
  before: Operation,
  after: Operation,
): Change[] {
  return [
    ...compareSecurity(name, before, after),
    ...compareParameters(comparison, name, before.parameters ?? [], after.parameters ?? []),
    ...compareBodies(comparison, name, before, after),
    ...compareAnswers(comparison, name, before.responses ?? {}, after.responses ?? {}),
  ]
}

/** Who may call it: each way to say who one is that is taken away shuts somebody out. */
function compareSecurity(name: string, before: Operation, after: Operation): Change[] {
  const [one, other] = [waysIn(before), waysIn(after)]
  const gone = one.filter((way) => !other.includes(way))
  const come = other.filter((way) => !one.includes(way))
  return [
    ...gone.map((way) => changed(name, `can no longer be called with ${way}`, true)),
    ...come.map((way) => added(name, `can be called with ${way}`)),
  ]
}

function waysIn({ security = [] }: Operation): string[] {
  return security.length === 0 ? ['nothing'] : security.flatMap((way) => Object.keys(way))
}

function compareParameters(
  comparison: Comparison,
  name: string,
  before: Parameter[],
  after: Parameter[],
): Change[] {
  const find = (all: Parameter[], one: Parameter) =>
    all.find((other) => other.name === one.name && other.in === one.in)
  const subjectOf = (parameter: Parameter) => `${name} ?${parameter.name}`
  const gone = before.filter((parameter) => find(after, parameter) === undefined)
  return [
    ...gone.map((parameter) => removed(subjectOf(parameter), 'is gone')),
    ...after.flatMap((parameter) => {
      const earlier = find(before, parameter)
      const subject = subjectOf(parameter)
      const required = parameter.required ?? false
      if (earlier === undefined) return [{ ...added(subject, 'is new'), breaking: required }]
      const pair = { before: earlier.schema, after: parameter.schema }
      return [
        ...compareRequired(subject, earlier.required ?? false, required, 'request'),
        ...compareSchemas(comparison, subject, pair, 'request'),
      ]
    }),
  ]
}

function compareBodies(comparison: Comparison, name: string, before: Operation, after: Operation): Change[] {
  const [one, other] = [before.requestBody, after.requestBody]
  if (one === undefined && other === undefined) return []
  const subject = `${name} body`
  if (other === undefined) return [removed(subject, 'is gone')]
  if (one === undefined) return [{ ...added(subject, 'is new'), breaking: other.required ?? false }]
  return [
    ...compareRequired(subject, one.required ?? false, other.required ?? false, 'request'),
    ...compareContents(comparison, subject, one.content ?? {}, other.content ?? {}, 'request'),
  ]
}

function compareAnswers(
  comparison: Comparison,
  name: string,
  before: Record<string, Answer>,
  after: Record<string, Answer>,
): Change[] {
  const isSuccess = (status: string) => status.startsWith('2')
  const gone = Object.keys(before).filter((status) => isSuccess(status) && !(status in after))
  return [
    ...gone.map((status) => removed(`${name} ${status}`, 'is never answered any more')),
    ...compareRefusals(name, before, after),
    ...Object.entries(after)
      .filter(([status]) => isSuccess(status))
      .flatMap(([status, answer]) => {
        const earlier = before[status]
        const subject = `${name} ${status}`
        return earlier === undefined
          ? [added(subject, 'may be answered')]
          : compareContents(comparison, subject, earlier.content ?? {}, answer.content ?? {}, 'answer')
      }),
  ]
}

/** Refusals have codes, which stand in the descriptions of their statuses. A program must expect new ones. */
function compareRefusals(
  name: string,
  before: Record<string, Answer>,
  after: Record<string, Answer>,
): Change[] {
  const [one, other] = [refusalsOf(before), refusalsOf(after)]
  return [
    ...other.filter((code) => !one.includes(code)).map((code) => added(name, `may be refused with ${code}`)),
    ...one
      .filter((code) => !other.includes(code))
      .map((code) => changed(name, `is no longer refused with ${code}`, false)),
  ]
}

function refusalsOf(answers: Record<string, Answer>): string[] {
  return Object.entries(answers)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([, { description = '' }]) => description.match(/`\w+`/g) ?? [])
}

function compareContents(
  comparison: Comparison,
  subject: string,
  before: Content,
  after: Content,
  direction: Direction,
): Change[] {
  const gone = Object.keys(before).filter((type) => !(type in after))
  return [
    ...gone.map((type) => removed(subject, `is no longer ${type}`)),
    ...Object.entries(after).flatMap(([type, { schema = {} }]) => {
      const earlier = before[type]
      if (earlier === undefined) return [added(subject, `may be ${type}`)]
      return compareSchemas(comparison, subject, { before: earlier.schema ?? {}, after: schema }, direction)
    }),
  ]
}
