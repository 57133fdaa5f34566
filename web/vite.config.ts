import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The running Stella that answers /api while Vite serves the screens; `npm run dev` says which. */
const api = process.env.STELLA_URL ?? 'http://127.0.0.1:3000'

/** Our own parts and their icons; libraries fall into pieces of a good size by themselves. */
const shared = /[\\/]web[\\/]src[\\/](api|components|format|forms)[\\/]|@tabler/

export default defineConfig({
  plugins: [react(), preloadedFont(), compressed()],
  // The host goes along as it was asked for: the API takes changes only from an origin of that name.
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    target: 'es2022',
    // Inlined data: URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        // What several pages share comes in one piece; otherwise every icon would be a file of its own.
        advancedChunks: { groups: [{ name: 'shared', test: shared, minShareCount: 3 }] },
      },
    },
  },
})

/** The letter of all text is asked for together with the program, not after it. */
function preloadedFont(): Plugin {
  return {
    name: 'preloaded-font',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter((name) => /-latin-wght-normal.*\.woff2$/.test(name))
        return fonts.map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

const codings = [
  { ending: '.br', compress: promisify(brotliCompress) },
  { ending: '.gz', compress: promisify(gzip) },
]

/** Writes each text file compressed beside itself, so that serving one costs no work. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(css|html|js)$/.test(name))
      const files = texts.map((name) => join(dir, name))
      await Promise.all(
        files.flatMap((file) =>
          codings.map(async ({ ending, compress }) =>
            writeFile(file + ending, await compress(await readFile(file))),
          ),
        ),
      )
    },
  }
}
