import createClient from 'openapi-fetch'
import { chosenLanguage } from '../language/choice.ts'
import { askPassword } from './confirm-password.ts'
import { ApiFailure } from './failure.ts'
import type { components, paths } from './schema.generated.ts'
import { shownOrganization } from './shown-organization.ts'

export type Schemas = components['schemas']

/** The client of Stella's own API, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

/** Each write as it was sent, as a request can be sent once only. */
const again = new WeakMap<Request, Request>()

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', chosenLanguage())
    const organization = shownOrganization()
    if (organization !== null) request.headers.set('Stella-Organization', organization)
    if (request.method !== 'GET') again.set(request, request.clone())
    return request
  },
  // What the password is asked for is done once it was given, wherever on the screens it was begun.
  async onResponse({ request, response }) {
    const repeated = again.get(request)
    if (response.status !== 403 || repeated === undefined) return response
    const problem: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    const isAsked =
      typeof problem === 'object' &&
      problem !== null &&
      'code' in problem &&
      problem.code === 'password_needed'
    return isAsked && (await askPassword()) ? fetch(repeated) : response
  },
})

type Answer<Data> = { data?: Data; error?: unknown; response: Response }

/**
 * The data of an answer.
 * @throws ApiFailure for a refusal, an outage, or an answer that is not the API's.
 */
export async function dataOf<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await reach(answer)
  if (!response.ok) throw ApiFailure.refused(response.status, error)
  // An answer without a body (204) has no data to give, and its callers ask for none.
  return data as Data
}

async function reach<Data>(answer: Promise<Answer<Data>>): Promise<Answer<Data>> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw ApiFailure.unreachable(cause)
  }
}
