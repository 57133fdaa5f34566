import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * What failed, a line for each with the first line of its message and the one with its seed: told at the very end, for
 * whoever keeps only the end of what was printed. Of a report that is missing nothing is known, and nothing told.
 *
 * @returns {string[]} of vitest's JSON report
 */
export function vitestFailures(reportFile, root) {
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8'))
  return testResults.flatMap(({ assertionResults, message, name, status }) => {
    const file = relative(root, name).split(sep).join('/')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    // A file that cannot even be loaded has no failing test of its own.
    if (failed.length === 0) return status === 'failed' ? [line(file, '', message)] : []
    return failed.map(({ failureMessages, fullName }) => line(file, fullName, failureMessages[0]))
  })
}

/** @returns {string[]} of Playwright's JSON report; a test that passed at a second try failed too */
export function playwrightFailures(reportFile, folder) {
  const { errors, suites } = JSON.parse(readFileSync(reportFile, 'utf8'))
  const ofSuite = ({ file, specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ tests, title }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => {
          const first = results.find(({ error }) => error !== undefined)
          return line(`${folder}/${file}`, title, first?.error.message)
        }),
    ),
    ...inner.flatMap(ofSuite),
  ]
  return [...errors.map(({ message }) => line(folder, '', message)), ...suites.flatMap(ofSuite)]
}

/** Longer than any of our own messages; what a person has to see of another's. */
const longestLine = 1_000

function line(file, test, message) {
  const [first, ...others] = stripVTControlCharacters(message ?? '').split('\n')
  const seed = others.find((it) => /\bseed: -?\d+/.test(it))?.trim() ?? ''
  return [file, test, first, seed]
    .filter((part) => part !== '')
    .join(' › ')
    .slice(0, longestLine)
}
