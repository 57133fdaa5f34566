import { readdirSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { longestFirst } from '../../scripts/testing/expected-times.ts'

/** How long anything is waited for before it counts as never coming: on a machine that does other things too, a screen
 * or a booking comes when it comes. */
const patienceMs = 180_000

const files = longestFirst(
  readdirSync(import.meta.dirname).filter((name) => name.endsWith('.spec.ts')),
  (name) => `tests/e2e/${name}`,
)
/**
 * So many begin first. Playwright begins files by their names, but projects as they are listed. A project more would be
 * another browser for each worker, which takes longer than to wait for any of the others.
 */
const LONG = 12
const projects = [
  { name: 'long', testMatch: files.slice(0, LONG) },
  { name: 'short', testMatch: files.slice(LONG) },
]

/** The whole program in a real Chromium: one Stella with its own data folder, sandbox and database. */
export default defineConfig({
  testDir: '.',
  outputDir: '../output/e2e',
  globalSetup: './program/global-setup.ts',
  fullyParallel: false,
  // More than cores: much of the time goes into waiting for the books to try again.
  workers: 4,
  projects,
  retries: 0,
  forbidOnly: true,
  // A test waits for many things, one after another; what it presses comes as soon as what it expects.
  timeout: 10 * patienceMs,
  expect: { timeout: patienceMs, toPass: { timeout: patienceMs } },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '../output/playwright.json' }],
  ],
  use: {
    actionTimeout: patienceMs,
    baseURL: process.env.STELLA_URL ?? '',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1440, height: 900 },
    // Recording every step costs a fifth of the time; STELLA_TRACE=1 does, when one is looked for.
    trace: process.env.STELLA_TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
