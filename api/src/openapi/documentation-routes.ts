import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'

/**
 * GET /api/openapi.json, for programs, and GET /api/docs, for people. The page comes from here whole: no CDN,
 * no font and no tracker of others, and no inline script, so it works under the same policy as the screens.
 */
export function documentationRoutes(app: FastifyInstance): void {
  let document: string | undefined
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    document ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(document)
  })

  app.get('/api/docs', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  )

  app.get('/api/docs/start.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  )

  let viewer: Promise<Buffer> | undefined
  app.get('/api/docs/viewer.js', { schema: { hide: true } }, async (_request, reply) => {
    viewer ??= loadViewer()
    return reply
      .type('text/javascript; charset=utf-8')
      .header('content-encoding', 'gzip')
      .header('cache-control', 'public, max-age=3600')
      .send(await viewer)
  })
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API of Stella</title>
  </head>
  <body>
    <noscript>This page needs JavaScript. The same stands in <a href="/api/openapi.json">openapi.json</a>.</noscript>
    <div id="app"></div>
    <script src="/api/docs/viewer.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

/** Everything of the viewer that would call elsewhere is off. */
const viewerSettings = {
  url: '/api/openapi.json',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  telemetry: false,
  withDefaultFonts: false,
}

const start = `Scalar.createApiReference('#app', ${JSON.stringify(viewerSettings)})\n`

/**
 * The viewer's program, 5 MB before compression. Its package hands it out only as a route of a plugin and takes
 * 0.2 s to load, so that happens when somebody first opens the page and not whenever Stella starts.
 */
async function loadViewer(): Promise<Buffer> {
  const { default: reference } = await import('@scalar/fastify-api-reference')
  const source = fastify()
  await source.register(reference, {
    routePrefix: '/viewer',
    configuration: { content: { openapi: '3.1.0' } },
  })
  const answer = await source.inject('/viewer/js/scalar.js')
  await source.close()
  return promisify(gzip)(answer.rawPayload)
}
