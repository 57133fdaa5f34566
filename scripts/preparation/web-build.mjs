import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
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
  const fresh = `${folder}-${process.pid}`
  try {
    build(fresh)
    writeFileSync(join(fresh, basename(mark)), wanted)
    putInPlace(fresh)
  } catch (error) {
    line.clear()
    rmSync(fresh, { recursive: true, force: true })
    endWithCause(error)
  }
  line.end(sentences.builtWeb(secondsSince(started)))
}

/** @throws {Error} with what Vite wrote, and with the code of the system where that names one */
function build(fresh) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const node = pinnedNode()
  const built = spawnSync(node, [vite, 'build', '--logLevel', 'warn', '--outDir', fresh], {
    cwd: join(root, 'web'),
    // Whoever asks for the build may be testing or developing; the screens are always built for use.
    env: { ...environmentOfTools(), NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (built.error) endWith(sentences.nodeDoesNotRun(node, built.error.code))
  if (built.status === 0) return
  const wrote = `${built.stdout}${built.stderr}`
  throw Object.assign(new Error(wrote), { code: /\b(E[A-Z]+)(?=: )/.exec(wrote)?.[1] })
}

/** One sentence where a person knows what to do then; else all that was written, for a developer. */
function endWithCause({ code, message }) {
  const web = join(root, 'web')
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) endWith(sentences.webNotAllowed(web))
  if (['ENOSPC', 'EDQUOT'].includes(code)) endWith(sentences.webDiskFull(web))
  process.stderr.write(`${message}\n`)
  endWith(sentences.webFailed)
}

/** Whole and at once, so that two starts at the same time do not spoil each other's screens. */
function putInPlace(fresh) {
  const old = `${fresh}-old`
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(fresh, folder)
  rmSync(old, { recursive: true, force: true })
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
    .filter(({ name }) => !ignored.has(name) && !/^dist-|\.(test|tsbuildinfo)\b/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}
