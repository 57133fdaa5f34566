import { z } from 'zod'
import type { Audience } from '../http/authorization.ts'
import type { ErrorCode } from '../http/errors.ts'
import { asksPassword } from '../http/permissions.ts'
import { refusals } from './refusals.ts'
import { Cursor, Limit } from './values.ts'

/** What an operation says of itself, besides its shapes. */
export type Words = {
  id: string
  summary: string
  description: string
  /** What it can refuse, besides what its audience, its shapes and its kind imply. */
  problems?: ErrorCode[]
}

type Shapes = {
  params?: z.ZodType
  querystring?: z.ZodType
  body?: z.ZodType
  /** What the body is when it is no JSON. */
  consumes?: readonly string[]
  response: object
}

type Declaration = Words & Shapes

/**
 * The ways to declare an operation of one noun: each is the schema that validates, serialises and documents it, and
 * who may call it. What follows from the shapes is not said again: that a body can be wrong, that an id may be of
 * nothing, that a cursor may not be of this list, that a write may come from elsewhere.
 */
export function operationsOf(tag: string, audience: Audience) {
  const read = <const Declared extends Declaration>(declared: Declared) =>
    operation<Declared>({ tag, audience }, declared, [])

  /** Anything that changes something: every method but GET. */
  const write = <const Declared extends Declaration>(declared: Declared) =>
    operation<Declared>({ tag, audience }, declared, ['foreign_origin'])

  /** A list in pages, and by what it can be narrowed. */
  const list = <Page extends z.ZodType, Filters extends z.ZodRawShape = Record<never, never>>({
    page,
    filters,
    ...words
  }: Words & { page: Page; filters?: Filters }) =>
    read({
      ...words,
      problems: ['invalid_cursor'],
      querystring: z.strictObject({ ...(filters as Filters), cursor: Cursor.optional(), limit: Limit }),
      response: { 200: page },
    })

  return { read, write, list }
}

export type Operations = ReturnType<typeof operationsOf>

type Schema<Declared extends Declaration> = Pick<Declared, Extract<keyof Declared, keyof Shapes>>

function operation<const Declared extends Declaration>(
  { tag, audience }: { tag: string; audience: Audience },
  { id, summary, description, problems = [], response, ...shapes }: Declaration,
  ofItsKind: ErrorCode[],
) {
  const ofShapes: ErrorCode[] = Object.keys(shapes).length > 0 ? ['invalid_request'] : []
  const ofPassword: ErrorCode[] = asksPassword(id) ? ['password_needed', 'second_factor_needed'] : []
  const ofParams: ErrorCode[] = shapes.params === undefined ? [] : ['not_found']
  const codes = [...refusalsOf[audience], ...ofPassword, ...ofShapes, ...problems, ...ofParams, ...ofItsKind]
  const schema = {
    ...shapes,
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: security[audience],
    response: { ...response, ...refusals(...codes) },
  }
  // Handlers only see the answers of success: a refusal is thrown.
  return { schema: schema as unknown as Schema<Declared>, config: { audience, operationId: id } }
}

const refusalsOf: Record<Audience, ErrorCode[]> = {
  anyone: ['too_many_requests'],
  organization: ['not_signed_in', 'no_organization', 'not_permitted', 'too_many_requests'],
  member: ['not_signed_in', 'person_only', 'no_organization', 'not_permitted', 'too_many_requests'],
  person: ['not_signed_in', 'person_only', 'too_many_requests'],
  support: ['not_signed_in', 'support_only', 'second_factor_needed', 'too_many_requests'],
}

const security: Record<Audience, { [scheme: string]: string[] }[]> = {
  anyone: [],
  organization: [{ apiKey: [] }, { session: [] }],
  member: [{ session: [] }],
  person: [{ session: [] }],
  support: [{ session: [] }],
}
