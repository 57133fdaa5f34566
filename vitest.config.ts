import { defineConfig } from 'vitest/config'

/** Unit and integration tests stand beside the code; what crosses workspaces stands in tests/. */
export default defineConfig({
  test: {
    include: ['*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'web/**', 'tests/e2e/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
