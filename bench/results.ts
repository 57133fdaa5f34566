import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Figure } from './figure.ts'
import { median } from './statistics.ts'

/** What a figure was at a commit, so that one that grew shows as a line that changed. */
interface Kept {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

/**
 * Writes what was measured into `bench/results/<commit>.json`, beside what was kept of other figures at that commit,
 * and gives the file's path within the project.
 *
 * @throws Error when something is changed and not committed: the figures would be of no commit
 */
export function keepResult(result: {
  machine: string
  roundTripMs: number
  figures: readonly Figure[]
}): string {
  if (git('status', '--porcelain', '--untracked-files=no') !== '')
    throw new Error('figures are kept of a commit; something is changed and not committed')
  const commit = git('rev-parse', '--short=12', 'HEAD')
  const path = `bench/results/${commit}.json`
  const file = new URL(`../${path}`, import.meta.url)
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Contents) : null
  const figures = { ...before?.figures, ...Object.fromEntries(result.figures.map(kept)) }
  const { machine, roundTripMs } = result
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ commit, machine, roundTripMs, figures }, null, 2)}\n`)
  return path
}

interface Contents {
  readonly figures: Readonly<Record<string, Kept>>
}

function kept({ id, title, runs }: Figure): [string, Kept] {
  const [lowest, highest] = [Math.min(...runs), Math.max(...runs)]
  return [`${id} ${title}`, { median: median(runs), lowest, highest }]
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: new URL('..', import.meta.url), encoding: 'utf8' }).trim()
}
