import { defineConfig } from 'vitest/config'

/**
 * How long anything is waited for before it counts as never coming. No test waits by itself: it waits for what comes,
 * and this ends only what hangs. Shorter: a machine that does other things too fails tests. Longer: a test that hangs
 * holds up whoever broke it.
 */
const patienceMs = 300_000

/** Unit and integration tests stand beside the code; what crosses workspaces stands in tests/. */
export default defineConfig({
  test: {
    include: [
      '*/src/**/*.test.ts',
      'api/changes/**/*.test.ts',
      'bookkeeping/{simulation,testing}/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    // Killing real processes needs the whole machine: `npm run chaos` does that, on its own.
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/chaos/**'],
    // One embedded PostgreSQL for the whole run; testDatabase() of @stella/database/testing makes copies on it.
    globalSetup: ['database/src/testing/global-setup.ts'],
    // Left to itself, vitest uses one worker on two cores; much of the time goes into waiting for processes and for time.
    maxWorkers: 3,
    // A test waits for several things, one after another; how soon they come is the benchmarks' business.
    testTimeout: 3 * patienceMs,
    hookTimeout: 3 * patienceMs,
    expect: { poll: { timeout: patienceMs } },
  },
})
