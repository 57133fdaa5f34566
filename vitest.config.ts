import { defineConfig } from 'vitest/config'

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
    // Left to itself, vitest uses one worker on two cores; much of the time goes into waiting for processes.
    maxWorkers: 2,
    testTimeout: 30_000,
    // What is waited for comes soon, or on a busy machine later; how soon is the benchmarks' business.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})
