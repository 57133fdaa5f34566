import { startTestServer } from './test-server.ts'

/** vitest's globalSetup: one server for the whole run; the worker processes inherit its address. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  return () => server.stop()
}
