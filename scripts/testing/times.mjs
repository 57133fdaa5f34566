import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'

// Where the time of `npm test` went, and what takes longer than when tests/times.json was written. It is only told:
// a machine under load is slow, and that is no fault of a test.

/**
 * Seconds, by name: `parts` are the steps of `npm test`, `workspaces` the folders at the root whose test files ran
 * (several at a time, so together more than their part), `files` every test file.
 *
 * @typedef {{ parts: Record<string, number>, workspaces: Record<string, number>, files: Record<string, number> }} Times
 */

/** @returns {Record<string, number>} seconds by file, of vitest's JSON report */
export function vitestTimes(reportFile, root) {
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8'))
  return Object.fromEntries(
    testResults.map(({ name, startTime, endTime }) => [
      relative(root, name).split(sep).join('/'),
      (endTime - startTime) / 1000,
    ]),
  )
}

/** @returns {Record<string, number>} seconds by file, of Playwright's JSON report */
export function playwrightTimes(reportFile, folder) {
  const files = {}
  const add = ({ file, specs = [], suites = [] }) => {
    const results = specs.flatMap((spec) => spec.tests).flatMap((test) => test.results)
    const seconds = results.reduce((sum, result) => sum + result.duration, 0) / 1000
    files[`${folder}/${file}`] = (files[`${folder}/${file}`] ?? 0) + seconds
    for (const suite of suites) add(suite)
  }
  for (const suite of JSON.parse(readFileSync(reportFile, 'utf8')).suites) add(suite)
  return files
}

/** @returns {Times} */
export function timesOf(parts, files) {
  const workspaces = {}
  for (const [file, seconds] of Object.entries(files)) {
    const workspace = file.slice(0, file.indexOf('/'))
    workspaces[workspace] = (workspaces[workspace] ?? 0) + seconds
  }
  return { parts, workspaces, files }
}

const slowestShown = 10

/** What a person reads at the end of a run; of `earlier` any group may be missing, and then nothing is compared. */
export function tellTimes(times, earlier) {
  const before = (group, name) => earlier?.[group]?.[name]
  const rows = (group, indent) =>
    sorted(times[group]).map(([name, seconds]) => row(`${indent}${name}`, seconds, before(group, name)))
  const files = sorted(times.files).slice(0, slowestShown)
  const grown = whatGrew(times, earlier)
  return [
    row('the whole', sum(times.parts), sum(earlier?.parts ?? {})),
    ...Object.entries(times.parts).map(([name, seconds]) => row(`  ${name}`, seconds, before('parts', name))),
    'by workspace, several files at a time',
    ...rows('workspaces', '  '),
    `the ${files.length} slowest files`,
    ...files.map(([name, seconds]) => row(`  ${name}`, seconds, before('files', name))),
    ...(grown.length > 0 ? ['grown', ...grown] : []),
  ].join('\n')
}

/** Longer by a half and by more than a few seconds: less is the noise of a machine. */
const grownBy = { factor: 1.5, seconds: 3 }

function whatGrew(times, earlier) {
  const compared = Object.entries(times).filter(([group]) => earlier?.[group] !== undefined)
  return compared.flatMap(([group, all]) =>
    sorted(all)
      .map(([name, seconds]) => [name, seconds, earlier[group][name] ?? 0])
      .filter(
        ([, seconds, before]) => seconds > before * grownBy.factor && seconds > before + grownBy.seconds,
      )
      .map(([name, seconds, before]) => row(`  ${name}`, seconds, before)),
  )
}

/** What is kept in tests/times.json: to a tenth of a second, and of the files those that take any time. */
export function timesToKeep({ parts, workspaces, files }) {
  const rounded = (seconds) => Math.round(seconds * 10) / 10
  const group = (all, least) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([, seconds]) => seconds >= least)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, seconds]) => [name, rounded(seconds)]),
    )
  return { parts: group(parts, 0), workspaces: group(workspaces, 0), files: group(files, 1) }
}

function sorted(seconds) {
  return Object.entries(seconds).sort(([, a], [, b]) => b - a)
}

function sum(seconds) {
  return Object.values(seconds).reduce((total, one) => total + one, 0)
}

function row(name, seconds, before) {
  const was = before ? `(${inWords(before)})` : ''
  return `${name.padEnd(76)} ${inWords(seconds).padStart(10)}  ${was}`.trimEnd()
}

function inWords(seconds) {
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
