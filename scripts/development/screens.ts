import type { IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createServer, type ViteDevServer } from 'vite'
import type { Configuration } from '../../stella/src/configuration/configuration.ts'
import { watching } from './watching.ts'

export interface ScreensOptions {
  configuration: Configuration
  /** Where the API listens. */
  apiUrl: string
  /** Settles when the API can be asked: requests wait while the program starts again, and none fails for it. */
  whenReady: () => Promise<unknown>
}

export interface Screens extends Pick<ViteDevServer, 'watcher' | 'close'> {
  /** Settles when every request that was passed on has its answer, or the beginning of one that goes on for long. */
  allAnswered(): Promise<void>
}

/** Serves the screens as they are, changes them in open browsers when they are saved, and passes on /api. */
export async function serveScreens(options: ScreensOptions): Promise<Screens> {
  const { host, port, publicUrl } = options.configuration
  const unanswered = new Map<IncomingMessage, PromiseWithResolvers<void>>()
  const answered = (request: IncomingMessage) => {
    unanswered.get(request)?.resolve()
    unanswered.delete(request)
  }
  const server = await createServer({
    root: fileURLToPath(new URL('../../web', import.meta.url)),
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host,
      port,
      strictPort: true,
      watch: watching,
      allowedHosts: [new URL(publicUrl).hostname],
      proxy: {
        '/meer-hierover': options.apiUrl,
        '/api': {
          target: options.apiUrl,
          configure: (proxy) => void proxy.on('proxyRes', (_answer, request) => answered(request)),
        },
      },
    },
    plugins: [
      {
        name: 'wait-for-the-program',
        configureServer: ({ middlewares }) => {
          middlewares.use('/api', async (request, response, next) => {
            await options.whenReady()
            unanswered.set(request, Promise.withResolvers())
            response.once('close', () => answered(request))
            next()
          })
        },
      },
    ],
  })
  await server.listen()
  return {
    watcher: server.watcher,
    close: () => server.close(),
    async allAnswered() {
      // What was let through in this very turn is counted too.
      await setImmediate()
      await Promise.all([...unanswered.values()].map(({ promise }) => promise))
    },
  }
}
