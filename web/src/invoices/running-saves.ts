const running = new Map<string, Promise<unknown>>()

/** Notes a save that goes on after its form has left the screen. */
export function noteRunningSave(invoiceId: string, save: Promise<void>) {
  const settled = save.finally(() => {
    if (running.get(invoiceId) === settled) running.delete(invoiceId)
  })
  running.set(invoiceId, settled)
}

/** Waits until no save of this invoice runs, so that what is read is what was written. */
export async function runningSaveOf(invoiceId: string): Promise<void> {
  await running.get(invoiceId)
}
