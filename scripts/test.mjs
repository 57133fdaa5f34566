// `npm test`: does all of its own set-up and runs everything: formatting, lint, types, what nothing uses, unit and integration tests
// on a real PostgreSQL, end-to-end tests in a real Chromium. Ends with the time of each part, one line for each that
// failed, and one line of what ran. Plain JavaScript without dependencies, so that any Node from 20 on can run it.
//
// `npm test -- invoices` runs only the unit and integration tests whose path has that in it: of a room in every
// workspace, of a workspace, or of a file. With `--browser` it runs those in the browser about the same noun too.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findOrInstallChromium } from './preparation/chromium.mjs'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { root } from './preparation/places.mjs'
import { buildWebWhenChanged } from './preparation/web-build.mjs'
import { browserTestsOf, namesBrowserTest } from './testing/browser-tests.mjs'
import { checks } from './testing/checks.mjs'
import { playwrightCounts, sumOf, vitestCounts } from './testing/counts.mjs'
import { playwrightFailures, vitestFailures } from './testing/failures.mjs'
import { runTool } from './testing/run-tool.mjs'
import { playwrightTimes, tellTimes, timesOf, timesToKeep, vitestTimes } from './testing/times.mjs'
import { lastTimesFile, timesFile } from './testing/times-files.mjs'
import { startsProgram } from './testing/whole-programs.mjs'

const wantsBrowser = process.argv.includes('--browser')
const patterns = process.argv.slice(2).filter((argument) => argument !== '--browser')
await installWhatIsMissing()
const results = mkdtempSync(join(tmpdir(), 'stella-test-'))
const vitestFile = join(results, 'vitest.json')
const playwrightFile = join(results, 'playwright.json')
const seconds = {}
const failedSteps = []
const counts = []
const failures = []

if (patterns.length > 0) await runRooms()
else await runEverything()

tell()
rmSync(results, { recursive: true, force: true })
const { passed, failed, skipped } = sumOf(counts)
if (failedSteps.length > 0) console.log(`\nNot in order: ${failedSteps.join(', ')}.`)
if (failures.length > 0) console.log(`\nfailed\n${failures.map((it) => `  ${it}`).join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failedSteps.length > 0 || failed > 0 || passed === 0 ? 1 : 0)

async function runRooms() {
  const concerned = browserTestsOf(patterns)
  const inBrowser = wantsBrowser
    ? concerned
    : concerned.filter((path) => patterns.some((one) => path.includes(one)))
  if (!patterns.every(namesBrowserTest)) {
    if (startsProgram(patterns)) buildWebWhenChanged()
    await unitTests()
  }
  if (inBrowser.length > 0) await browserTests(inBrowser)
  else if (wantsBrowser)
    console.log(`\nNo test in the browser is called after ${patterns.join(', ')}: see tests/e2e.`)
  else if (concerned.length > 0) console.log(`\n--browser also runs ${concerned.join(', ')}`)
}

async function runEverything() {
  for (const { title, tool, args } of checks) await step(title, tool, args)
  // Tests of whole programs start the screens too; they must not each build them.
  buildWebWhenChanged()
  await unitTests()
  await browserTests([])
}

async function unitTests() {
  await step('unit and integration', 'vitest/vitest.mjs', vitestArguments())
  counts.push(vitestCounts(vitestFile))
  failures.push(...(read(() => vitestFailures(vitestFile, root)) ?? []))
}

/** All of them, or those in these files. */
async function browserTests(paths) {
  buildWebWhenChanged()
  await step(
    'end to end',
    '@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts', ...paths],
    { CHROMIUM_PATH: findOrInstallChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile },
  )
  counts.push(playwrightCounts(playwrightFile))
  failures.push(...(read(() => playwrightFailures(playwrightFile, 'tests/e2e')) ?? []))
}

function vitestArguments() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`]
  return ['run', ...reporters, ...patterns]
}

async function step(title, tool, args, environment) {
  const started = Date.now()
  const code = await runTool(title, tool, args, environment)
  seconds[title] = (Date.now() - started) / 1000
  if (code !== 0) failedSteps.push(title)
}

/** A report that is missing is counted as a failure already; its times are just not told. */
function tell() {
  const files = {
    ...read(() => vitestTimes(vitestFile, root)),
    ...read(() => playwrightTimes(playwrightFile, 'tests/e2e')),
  }
  const times = timesOf(seconds, files)
  console.log(
    `\n${tellTimes(
      times,
      read(() => JSON.parse(readFileSync(timesFile, 'utf8'))),
    )}`,
  )
  if (patterns.length > 0) return
  mkdirSync(dirname(lastTimesFile), { recursive: true })
  writeFileSync(lastTimesFile, `${JSON.stringify(timesToKeep(times), null, 2)}\n`)
}

function read(from) {
  try {
    return from()
  } catch {
    return undefined
  }
}
