import { median } from './statistics.ts'

/** One figure: what it was in each run, and what it must be. */
export type Figure = {
  readonly id: string
  readonly title: string
  /** One ratio for each run. */
  readonly runs: readonly number[]
  readonly bar?: { readonly least: number } | { readonly most: number }
  /** What the ratio was made of, for whoever wants to know. */
  readonly details: Readonly<Record<string, number>>
}

export function meets({ runs, bar }: Figure): boolean {
  const value = median(runs)
  if (bar === undefined) return true
  return 'least' in bar ? value >= bar.least : value <= bar.most
}

/** One figure, as a person reads it. */
export function lineOf(figure: Figure): string {
  return cellsOf(figure)
    .filter((cell) => cell !== '')
    .join('  ')
}

/** The figures as a table: median, lowest and highest run, and the bar. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(cellsOf)
  const header = ['', 'ratio', 'median', 'lowest – highest', 'bar', '', 'made of']
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  )
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf(figure: Figure): string[] {
  const { bar, runs } = figure
  const wanted = bar === undefined ? '' : 'least' in bar ? `≥ ${bar.least}` : `≤ ${bar.most}`
  return [
    figure.id,
    figure.title,
    short(median(runs)),
    `${short(Math.min(...runs))} – ${short(Math.max(...runs))}`,
    wanted,
    bar === undefined ? '' : meets(figure) ? 'met' : 'MISSED',
    Object.entries(figure.details)
      .map(([name, value]) => `${name} ${short(value)}`)
      .join(', '),
  ]
}

function short(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 3)
}
