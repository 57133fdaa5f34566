import { setTimeout as delay } from 'node:timers/promises'

/** As long as vitest waits: a busy machine is no failure. */
const PATIENCE_MS = 300_000

/** Waits until something is so, and fails with what it was instead. */
export async function eventually<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const value = await read()
    if (isSo(value)) return value
    if (performance.now() > until) {
      throw new Error(
        `It did not become so; it is ${JSON.stringify(value, (_, it) => (typeof it === 'bigint' ? String(it) : it))}.`,
      )
    }
    await delay(10)
  }
}
