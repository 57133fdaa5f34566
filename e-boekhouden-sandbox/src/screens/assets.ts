import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sent } from '../http/send.ts'

const here = (name: string) => readFileSync(new URL(name, import.meta.url))
const typeface = () =>
  readFileSync(
    fileURLToPath(
      import.meta.resolve('@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2'),
    ),
  )

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 6.5C10 4.9 7 4.4 3.5 4.6v13.6c3.5-.2 6.5.3 8.5 1.9 2-1.6 5-2.1 8.5-1.9V4.6C17 4.4 14 4.9 12 6.5Z" fill="#dcf0ee" stroke="#0a6866" stroke-width="1.6" stroke-linejoin="round"/><path d="M12 6.5v13.6" stroke="#0a6866" stroke-width="1.6" stroke-dasharray="2 2.2"/></svg>`

const assets: Record<string, { type: string; read: () => string | Uint8Array }> = {
  '/stijl.css': {
    type: 'text/css; charset=utf-8',
    read: () =>
      Buffer.concat(
        ['tokens', 'frame', 'parts', 'forms', 'faults', 'narrow'].map((name) => here(`./style/${name}.css`)),
      ),
  },
  '/kopieer.js': { type: 'text/javascript; charset=utf-8', read: () => here('./copy.js') },
  '/letter.woff2': { type: 'font/woff2', read: typeface },
  '/icoon.svg': { type: 'image/svg+xml', read: () => icon },
}

const loaded = new Map<string, Sent>()

/** The stylesheet, the typeface, the icon and the one script. Read once. */
export function findAsset(path: string): Sent | undefined {
  const known = loaded.get(path)
  if (known || !Object.hasOwn(assets, path)) return known
  const asset = assets[path]
  if (!asset) return undefined
  const sent = { type: asset.type, body: asset.read(), headers: { 'cache-control': 'max-age=3600' } }
  loaded.set(path, sent)
  return sent
}
