import { fileURLToPath } from 'node:url'
import { createServer, type ViteDevServer } from 'vite'
import type { Configuration } from '../../stella/src/configuration/configuration.ts'

export interface ScreensOptions {
  configuration: Configuration
  /** Where the API listens. */
  apiUrl: string
  /** Settles when the API can be asked: requests wait while the program starts again, and none fails for it. */
  whenReady: () => Promise<unknown>
}

/** Serves the screens as they are, changes them in open browsers when they are saved, and passes on /api. */
export async function serveScreens(options: ScreensOptions): Promise<ViteDevServer> {
  const { host, port, publicUrl } = options.configuration
  const server = await createServer({
    root: fileURLToPath(new URL('../../web', import.meta.url)),
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host,
      port,
      strictPort: true,
      allowedHosts: [new URL(publicUrl).hostname],
      proxy: { '/api': options.apiUrl },
    },
    plugins: [
      {
        name: 'wait-for-the-program',
        configureServer: ({ middlewares }) => {
          middlewares.use(
            '/api',
            (_request, _response, next) => void options.whenReady().finally(() => next()),
          )
        },
      },
    ],
  })
  return server.listen()
}
