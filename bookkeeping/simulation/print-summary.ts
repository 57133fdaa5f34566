import { faultNames, faults } from './faults.ts'
import type { Summary } from './run-range.ts'

const points = Array.from({ length: 16 }, (_, index) => `P${index}`)
const blows = ['killed', 'stopped', 'paused'] as const

/** Prints what ran, how fast, and how often each fault and each point came up. */
export function printSummary(summary: Summary, seconds: number): void {
  const counts = new Map(summary.coverage)
  const perSecond = summary.histories / seconds
  const hours = summary.duration / 3_600_000
  console.log(
    [
      `${whole(summary.histories)} histories in ${seconds.toFixed(1)} s: ${whole(perSecond)} a second, ` +
        `${whole(perSecond * 3_600)} an hour`,
      `${whole(hours)} hours passed in them, ${whole((hours * 3_600) / seconds)} times as fast as real time`,
      `${whole(summary.invoices)} invoices, ${whole(summary.calls)} calls, ${whole(summary.events)} events ` +
        `(${whole(summary.events / seconds)} a second)`,
      '',
      'faults',
      ...faultNames.map((name) => {
        const { matrix, about } = faults[name]
        return `  ${matrix.padEnd(8)} ${name.padEnd(24)} ${whole(counts.get(name) ?? 0).padStart(11)}  ${about}`
      }),
      '',
      `points   ${['passed', ...blows].map((it) => it.padStart(11)).join('')}`,
      ...points.map((point) => {
        const cells = [point, ...blows.map((blow) => `${blow} ${point}`)]
        return `  ${point.padEnd(6)} ${cells.map((cell) => whole(counts.get(cell) ?? 0).padStart(11)).join('')}`
      }),
      '',
      `${whole(summary.failing)} failing of ${whole(summary.histories)}`,
    ].join('\n'),
  )
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
