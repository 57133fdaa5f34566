// `npm test`: does all of its own set-up and runs everything: formatting, lint, types, unit and integration tests
// on a real PostgreSQL, end-to-end tests in a real Chromium. Ends with one line of what ran. Plain JavaScript
// without dependencies, so that any Node from 18 on can run it. `npm test -- PATTERN` runs only the unit and
// integration tests whose path matches.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOrInstallChromium } from './preparation/chromium.mjs'
import { installWhatIsMissing } from './preparation/installation.mjs'
import { buildWebWhenChanged } from './preparation/web-build.mjs'
import { checks } from './testing/checks.mjs'
import { playwrightCounts, sumOf, vitestCounts } from './testing/counts.mjs'
import { runTool } from './testing/run-tool.mjs'

const patterns = process.argv.slice(2)
await installWhatIsMissing()
const results = mkdtempSync(join(tmpdir(), 'stella-test-'))
const vitestFile = join(results, 'vitest.json')
const playwrightFile = join(results, 'playwright.json')

const failedSteps = []
const step = async (title, script, args, environment) => {
  const code = await runTool(title, script, args, environment)
  if (code !== 0) failedSteps.push(title)
}

for (const { title, tool, args } of checks) await step(title, tool, args)
// Tests of whole programs start the screens too; they must not each build them.
buildWebWhenChanged()
await step('unit and integration', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestFile}`,
  ...patterns,
])
if (patterns.length === 0) {
  buildWebWhenChanged()
  await step(
    'end to end',
    '@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    {
      CHROMIUM_PATH: findOrInstallChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile,
    },
  )
}

const counts = [vitestCounts(vitestFile)]
if (patterns.length === 0) counts.push(playwrightCounts(playwrightFile))
rmSync(results, { recursive: true, force: true })
const { passed, failed, skipped } = sumOf(counts)
if (failedSteps.length > 0) console.log(`\nNot in order: ${failedSteps.join(', ')}.`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failedSteps.length > 0 || failed > 0 || passed === 0 ? 1 : 0)
