import type { createApi } from '@stella/api'

type App = Awaited<ReturnType<typeof createApi>>

/** The API of Stella in the hands of one person. Every request that is refused is a mistake of the scenario. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body?: object): Promise<Answer>
  put<Answer>(path: string, body: object): Promise<Answer>
  delete(path: string): Promise<void>
}

export function apiOver(app: Pick<App, 'inject'>, cookie: string): Api {
  const ask = async <Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const payload = body === undefined ? {} : { payload: body }
    const answer = await app.inject({ method, url: path, headers: { cookie }, ...payload })
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
    return (answer.body === '' ? undefined : answer.json()) as Answer
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    delete: (path) => ask('DELETE', path),
  }
}
