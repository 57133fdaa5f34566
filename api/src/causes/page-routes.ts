import { languages } from '@stella/texts'
import type { App } from '../http/app.ts'
import { languageOf } from '../http/language.ts'
import { causePage, causePagePath } from './page.ts'

/** «Meer hierover»: for whoever reads of a cause on a screen or in a mail, without signing in. */
export function causePageRoutes(app: App): void {
  app.get(causePagePath, { schema: { hide: true } }, async (request, reply) => {
    const { taal } = request.query as { taal?: unknown }
    const language = languages.find((known) => known === taal) ?? languageOf(request)
    return reply
      .type('text/html; charset=utf-8')
      .header('vary', 'accept-language')
      .header('cache-control', 'public, max-age=3600')
      .serializer((body: unknown) => body as string)
      .send(causePage(language))
  })
}
