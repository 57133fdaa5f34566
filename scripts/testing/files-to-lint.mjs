import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withImporters } from './importers.mjs'

/** What every verdict of the linter hangs on: its settings, and the lock that says which linter it is. */
const settings = ['biome.json', 'package-lock.json', '.gitignore']
/** With more files to look at, looking at all costs no more. */
const MOST_FILES = 400

const linted = /(\.(ts|tsx|mjs|js|css|html|json|jsonc)|^\.gitignore)$/
const source = /\.(ts|tsx|mjs|js)$/

/**
 * Which files the linter must look at again: those that changed since all was in order last, and those that import
 * them, since a function that returns a promise now makes its callers wrong. Without an answer (no memory, no git,
 * other settings, or too many) `paths` is undefined: all of them.
 * @returns the paths, from the root, and a function that remembers that all is in order as it was found.
 */
export function filesToLint(root, memoryFile) {
  const now = contents(root)
  const remember = () => {
    mkdirSync(dirname(memoryFile), { recursive: true })
    writeFileSync(memoryFile, JSON.stringify(now))
  }
  const before = earlier(memoryFile)
  if (now === undefined) return { paths: undefined, remember: () => {} }
  return { paths: before && pathsSince(before, now, root), remember }
}

function pathsSince(before, now, root) {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (path) => before[path] !== now[path],
  )
  if (changed.some((path) => settings.includes(path))) return undefined
  if (changed.length === 0) return []
  const texts = new Map()
  for (const path of Object.keys(now)) {
    if (source.test(path)) texts.set(path, readFileSync(join(root, path), 'utf8'))
  }
  const paths = withImporters(changed, texts).filter((path) => path in now)
  return paths.length > MOST_FILES ? undefined : paths
}

/** What stands in each file the linter reads, as a hash. Undefined where git cannot tell the files. */
function contents(root) {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const paths = [...new Set(listed.split('\0'))].filter(
      (path) => linted.test(path) && existsSync(join(root, path)),
    )
    return Object.fromEntries(paths.map((path) => [path, hashOf(join(root, path))]))
  } catch {
    return undefined
  }
}

function hashOf(file) {
  return createHash('sha1').update(readFileSync(file)).digest('base64')
}

function earlier(memoryFile) {
  try {
    return JSON.parse(readFileSync(memoryFile, 'utf8'))
  } catch {
    return undefined
  }
}
