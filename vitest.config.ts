import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/testing/sequencer.ts'

/**
 * How long anything is waited for before it counts as never coming. No test waits by itself: it waits for what comes,
 * and this ends only what hangs. Shorter: a machine that does other things too fails tests. Longer: a test that hangs
 * holds up whoever broke it.
 */
const patienceMs = 300_000

/**
 * Workspaces whose test files share a process, one after another: they keep nothing in modules, and put back what they
 * change of the process. The others start programs and processes, and end them with their own.
 */
const sharing = [
  'api',
  'bookkeeping',
  'database',
  'documents',
  'e-boekhouden',
  'e-boekhouden-sandbox',
  'invoicing',
  'mail',
  'support-desk',
  'texts',
  'transfer',
  'web',
]

const testsOf = (workspace: string) => [`${workspace}/src/**/*.test.ts`, `${workspace}/changes/**/*.test.ts`]

/** What crosses workspaces shares one too, where it only reads. */
const shared = [...sharing.flatMap(testsOf), 'tests/*.test.ts']

// Killing real processes needs the whole machine: `npm run chaos` does that, on its own.
const exclude = ['**/node_modules/**', 'tests/e2e/**', 'tests/chaos/**']

/** Unit and integration tests stand beside the code; what crosses workspaces stands in tests/. */
export default defineConfig({
  test: {
    // One embedded PostgreSQL for the whole run; testDatabase() of @stella/database/testing makes copies on it.
    globalSetup: ['database/src/testing/global-setup.ts'],
    projects: [
      {
        extends: true,
        // A process for each file would load the same modules anew each time: that took half of the time of these.
        test: { name: 'one after another', isolate: false, include: shared, exclude },
      },
      {
        extends: true,
        test: {
          name: 'each for itself',
          include: [...testsOf('*'), 'bookkeeping/{simulation,testing}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...exclude, ...shared],
        },
      },
    ],
    // Left to itself, vitest uses one worker on two cores; much of the time goes into waiting for processes and for time.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // A test waits for several things, one after another; how soon they come is the benchmarks' business.
    testTimeout: 3 * patienceMs,
    hookTimeout: 3 * patienceMs,
    expect: { poll: { timeout: patienceMs } },
  },
})
