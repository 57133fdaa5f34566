import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { environmentOfTools, pinnedNode, root } from './places.mjs'
import { progressLine, secondsSince } from './progress.mjs'
import { endWith, sentences } from './sentences.mjs'

/** What the built screens depend on: files and folders, from the root. */
const sources = ['web', 'texts/src', 'package-lock.json']
const folder = join(root, 'web', 'dist')
const mark = join(folder, '.sources')

/** Builds the screens into web/dist when one of their sources differs from the ones they were built from. */
export function buildWebWhenChanged() {
  const wanted = fingerprintOfSources()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const started = Date.now()
  const line = progressLine()
  line.show(sentences.buildingWeb)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    env: environmentOfTools(),
    encoding: 'utf8',
  })
  line.clear()
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}${built.error ?? ''}\n`)
    endWith(sentences.webFailed)
  }
  writeFileSync(mark, wanted)
  line.end(sentences.builtWeb(secondsSince(started)))
}

function fingerprintOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const ignored = new Set(['dist', 'node_modules', '.tanstack', '.vite'])
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter((entry) => !ignored.has(entry.name) && !/\.(test|tsbuildinfo)\b/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}
