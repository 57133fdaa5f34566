import { readFileSync } from 'node:fs'

/** What vitest's JSON report says; a report that is missing counts as one failure, since then nothing is known. */
export function vitestCounts(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  // A file that cannot even be loaded has no failing test of its own.
  const brokenFiles = report.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** What Playwright's JSON report says; a test that passed at a second try counts as failed. */
export function playwrightCounts(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

/** All counts together. */
export function sumOf(counts) {
  const total = (name) => counts.reduce((sum, count) => sum + count[name], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
