import createClient from 'openapi-fetch'
import { chosenLanguage } from '../language/choice.ts'
import { ApiFailure } from './failure.ts'
import type { components, paths } from './schema.generated.ts'

export type Schemas = components['schemas']

/** The client of Stella's own API, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', chosenLanguage())
    return request
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
