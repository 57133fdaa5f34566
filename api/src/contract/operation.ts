import type { ErrorCode } from '../http/errors.ts'
import { problems } from './problem.ts'

/** Who may call an operation. */
export type Audience = 'anyone' | 'organization' | 'person' | 'support'

const problemsOf: Record<Audience, ErrorCode[]> = {
  anyone: ['too_many_requests'],
  organization: ['not_signed_in', 'no_organization', 'too_many_requests'],
  person: ['not_signed_in', 'person_only', 'too_many_requests'],
  support: ['not_signed_in', 'support_only', 'too_many_requests'],
}

const security: Record<Audience, { [name: string]: string[] }[]> = {
  anyone: [],
  organization: [{ session: [] }, { apiKey: [] }],
  person: [{ session: [] }],
  support: [{ session: [] }],
}

type Declaration<Response extends object> = {
  id: string
  summary: string
  description: string
  tag: string
  audience: Audience
  problems?: ErrorCode[]
  response: Response
}

/** What stands in the documentation of an operation, and what it can answer; the rest of its schema is added. */
export function operation<Response extends object>(declaration: Declaration<Response>) {
  const { id, summary, description, tag, audience, response } = declaration
  return {
    operationId: id,
    summary,
    description,
    tags: [tag],
    security: security[audience],
    response: {
      ...response,
      ...problems(...problemsOf[audience], ...(declaration.problems ?? [])),
    } as Response,
  }
}
