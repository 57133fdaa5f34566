/** A slow line gets text in another letter sooner than no text. */
const patienceMs = 3_000

/**
 * Waits for the letter of all text, so that nothing is set twice. Italics and letters of other scripts come when they
 * are needed.
 */
export async function fontArrival(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([document.fonts.load('1em "Hanken Grotesk Variable"').catch(() => []), patience])
}
