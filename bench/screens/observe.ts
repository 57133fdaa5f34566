/** What a page says of itself, since it was opened. */
export interface Observed {
  /** When the largest piece was painted, in milliseconds from the start. */
  largestPaintMs: number
  /** The sum of what moved by itself; 0 is nothing. */
  shift: number
  /** The longest time from a press to the next frame, in milliseconds; 0 where nothing was pressed. */
  interactionMs: number
}

declare global {
  interface Window {
    observed: Observed
  }
}

type ShiftEntry = PerformanceEntry & { value: number; hadRecentInput: boolean }
type EventEntry = PerformanceEntry & { interactionId: number }

/** The shortest that the browser tells of, in milliseconds: one frame. */
export const shortestInteractionMs = 16

/** Runs in the page, before anything else of it. */
export function observe(shortestMs: number): void {
  window.observed = { largestPaintMs: 0, shift: 0, interactionMs: 0 }
  const watch = <Entry extends PerformanceEntry>(type: string, note: (entry: Entry) => void, more = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Entry)
    }).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', ({ startTime }) => {
    window.observed.largestPaintMs = startTime
  })
  watch<ShiftEntry>('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) window.observed.shift += value
  })
  const noteEvent = ({ duration, interactionId }: EventEntry) => {
    if (interactionId > 0) window.observed.interactionMs = Math.max(window.observed.interactionMs, duration)
  }
  watch('event', noteEvent, { durationThreshold: shortestMs })
}
