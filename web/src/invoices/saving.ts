import type { Invoice } from './queries.ts'

const running = new Map<string, Promise<unknown>>()
const flushes = new Set<() => Promise<unknown>>()

/** Notes a save that goes on after its form has left the screen. */
export function noteRunningSave(invoiceId: string, save: Promise<Invoice | undefined>) {
  const settled = save.catch(() => undefined).finally(() => running.delete(invoiceId))
  running.set(invoiceId, settled)
}

/** Waits until no save of this invoice runs, so that what is read is what was written. */
export async function runningSaveOf(invoiceId: string): Promise<void> {
  await running.get(invoiceId)
}

/** Registers how a form saves at once; gives the way to take that back. */
export function registerFlush(flush: () => Promise<unknown>): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Saves what any form still holds, before the session ends. */
export async function flushForms(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
