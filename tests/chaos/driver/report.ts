import { type Point, pointNames, points } from '../installation/points.ts'
import type { Aftermath } from './befall.ts'
import type { DatabaseBlow } from './database-blows.ts'

export type Report = {
  readonly kills: number
  readonly killsPerPoint: Readonly<Record<Point, number>>
  readonly stoodStill: number
  readonly blackHoles: number
  readonly databaseEnds: number
  /** Blows whose moment no process came to, however often it was tried. */
  readonly notStruck: number
  readonly breaches: readonly string[]
  readonly longestRestMs: number
}

export function reportOf(aftermaths: readonly Aftermath[], databaseBlows: readonly DatabaseBlow[]): Report {
  const killedAt = aftermaths.flatMap((aftermath) => aftermath.killedAt)
  const struck = aftermaths.filter((aftermath) => aftermath.struck)
  const count = (kind: Aftermath['blow']['kind']) => struck.filter(({ blow }) => blow.kind === kind).length
  return {
    kills: killedAt.length,
    killsPerPoint: Object.fromEntries(
      pointNames.map((point) => [point, killedAt.filter((it) => it === point).length]),
    ) as Record<Point, number>,
    stoodStill: count('stand_still'),
    blackHoles: count('black_hole'),
    databaseEnds: databaseBlows.length,
    notStruck: aftermaths.length - struck.length,
    breaches: [...aftermaths, ...databaseBlows].flatMap(({ breaches }) => breaches),
    longestRestMs: Math.max(0, ...aftermaths.map(({ restedAfterMs }) => restedAfterMs)),
  }
}

/** The report as a person reads it. */
export function reportText(report: Report): string {
  const rows: [string, string, number][] = [
    ...pointNames.map((point): [string, string, number] => [
      point,
      points[point].title,
      report.killsPerPoint[point],
    ]),
    ['', 'a process stood still for longer than its lease', report.stoodStill],
    ['', 'the service was a black hole', report.blackHoles],
    ['', 'the database was killed or stopped under load', report.databaseEnds],
  ]
  const width = Math.max(...rows.map(([, title]) => title.length))
  const lines = rows.map(
    ([point, title, times]) => `${point.padEnd(4)}${title.padEnd(width)}${String(times).padStart(6)}`,
  )
  return [
    ...lines,
    '',
    `kills ${report.kills}, breaches of I1–I8 ${report.breaches.length}, blows that found no target ${report.notStruck}`,
    `longest way back to rest ${(report.longestRestMs / 1_000).toFixed(1)} s of the machine`,
  ].join('\n')
}
