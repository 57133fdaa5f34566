import type { z } from 'zod'
import type { Audience } from '../http/authorization.ts'
import type { ErrorCode } from '../http/errors.ts'
import { refusals } from './refusals.ts'

type Declaration = {
  id: string
  tag: string
  audience: Audience
  summary: string
  description: string
  /** What it can refuse, besides what `audience` implies. */
  problems?: ErrorCode[]
  params?: z.ZodType
  querystring?: z.ZodType
  body?: z.ZodType
  response: object
}

type Schema<Declared extends Declaration> = Omit<
  Declared,
  'id' | 'tag' | 'audience' | 'summary' | 'description' | 'problems'
>

/** One operation of the API: the schema that validates, serialises and documents it, and who may call it. */
export function operation<const Declared extends Declaration>(declared: Declared) {
  const { id, tag, audience, summary, description, problems: own, response, ...shapes } = declared
  const schema = {
    ...shapes,
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: security[audience],
    response: { ...response, ...refusals(...refusalsOf[audience], ...(own ?? [])) },
  }
  // Handlers only see the answers of success: a refusal is thrown.
  return { schema: schema as unknown as Schema<Declared>, config: { audience } }
}

const refusalsOf: Record<Audience, ErrorCode[]> = {
  anyone: ['too_many_requests'],
  organization: ['not_signed_in', 'no_organization', 'too_many_requests'],
  person: ['not_signed_in', 'person_only', 'too_many_requests'],
  support: ['not_signed_in', 'support_only', 'too_many_requests'],
}

const security: Record<Audience, { [scheme: string]: string[] }[]> = {
  anyone: [],
  organization: [{ apiKey: [] }, { session: [] }],
  person: [{ session: [] }],
  support: [{ session: [] }],
}
