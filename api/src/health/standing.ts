import type { InstallationFigure } from '@stella/database'

/**
 * A worker says every fifteen seconds that it is there. Three minutes: longer than a start, an upgrade or a database
 * that is started again takes.
 */
const WORKER_SILENT_SECONDS = 180
/**
 * Mails are looked for every few seconds, a few at a time. A quarter of an hour: as long as a heap of them may take
 * on a slow server, and as long as an owner waits before asking.
 */
const MAIL_LATE_SECONDS = 900

export type Standing = { worker: 'ok' | 'late'; mail: 'ok' | 'late' }

/** Whether the parts that work by themselves do, from what they leave behind. */
export function standingOf(figures: readonly InstallationFigure[]): Standing {
  const longest = (name: string) =>
    figures.filter(({ figure }) => figure === name).reduce((most, { value }) => Math.max(most, value), -1)
  return {
    worker: longest('worker_silent_seconds') > WORKER_SILENT_SECONDS ? 'late' : 'ok',
    mail: longest('jobs_late_seconds') > MAIL_LATE_SECONDS ? 'late' : 'ok',
  }
}
