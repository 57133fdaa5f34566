import { type Exchange, isKnownServiceCode } from '@stella/bookkeeping'
import { type Database, type InstallationFigure, installationFigures } from '@stella/database'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type BackupReport, readReport } from '../backups/backup-report.ts'

/** One round trip takes about 50 ms on a good day; no answer counts any more after a minute. */
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Each figure of the database: its name for Prometheus, the name of its label, and what it says. */
export const gauges: Readonly<Record<string, { name: string; label?: string; help: string }>> = {
  worker_silent_seconds: {
    name: 'stella_worker_silent_seconds',
    help: 'How long ago a worker last looked for work.',
  },
  bookings: {
    name: 'stella_bookings',
    label: 'state',
    help: 'Final invoices that are not in the books, by the state of their booking.',
  },
  oldest_waiting_seconds: {
    name: 'stella_booking_oldest_waiting_seconds',
    help: 'Age of the oldest booking that waits although its connection is active.',
  },
  relations: {
    name: 'stella_relations',
    label: 'state',
    help: 'Relations that need a person, by state.',
  },
  connections: {
    name: 'stella_connections',
    label: 'state',
    help: 'Connections to administrations, by state.',
  },
  lanes_due: {
    name: 'stella_lanes_due',
    help: 'Administrations whose work is due and that nobody works for.',
  },
  lanes_held: { name: 'stella_lanes_held', help: 'Administrations that a worker works for.' },
  breakers_open: {
    name: 'stella_breakers_open',
    help: 'Administrations left alone for a while after failures of the service.',
  },
  jobs_ready: { name: 'stella_mail_jobs_ready', label: 'queue', help: 'Mails that could be sent now.' },
  jobs_late_seconds: {
    name: 'stella_mail_jobs_late_seconds',
    label: 'queue',
    help: 'For how long the oldest mail could have been sent.',
  },
  message_recipients: {
    name: 'stella_message_recipients',
    label: 'state',
    help: 'Recipients whose mail did not arrive and whom nobody has looked at.',
  },
}

export interface Metrics {
  /** Hears of a call of the service. */
  onExchange(exchange: Exchange): void
  /** All figures as Prometheus reads them; the database is asked now. */
  text(): Promise<string>
  /** What all figures are called. */
  names(): string[]
  contentType: string
}

/**
 * The figures of this process and of the whole installation, none of them of one organization.
 * @param support opened with the role `stella_support`
 * @param backupFolder where backups of every night are put, if anywhere
 */
export function openMetrics(support: Pick<Database, 'kysely'>, backupFolder?: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Histogram({
    name: 'stella_service_call_seconds',
    help: 'Calls of e-Boekhouden.nl by this process: how long each took, by operation and outcome.',
    labelNames: ['operation', 'outcome'],
    buckets: CALL_SECONDS,
    registers: [registry],
  })
  const refusals = new Counter({
    name: 'stella_service_refusals_total',
    help: 'Answers of e-Boekhouden.nl with a code of its own, by code.',
    labelNames: ['code'],
    registers: [registry],
  })
  const unknown = new Counter({
    name: 'stella_service_unknown_codes_total',
    help: 'Answers of e-Boekhouden.nl with a code that Stella has no cause for, by code.',
    labelNames: ['code'],
    registers: [registry],
  })
  const ofDatabase = databaseGauges(registry)
  const backups = backupGauges(registry)
  return {
    contentType: registry.contentType,
    onExchange({ operation, outcome, code, startedAt, finishedAt }) {
      calls.observe({ operation, outcome }, Math.max(0, finishedAt - startedAt) / 1_000)
      if (code === null) return
      refusals.inc({ code })
      if (!isKnownServiceCode(code)) unknown.inc({ code })
    },
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
    async text() {
      showFigures(ofDatabase, await installationFigures(support))
      if (backupFolder !== undefined) showBackup(backups, readReport(backupFolder))
      return registry.metrics()
    },
  }
}

function backupGauges(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  return {
    age: gauge('stella_backup_age_seconds', 'How long ago the data of the last backup was read.'),
    isRight: gauge('stella_backup_right', '1 when the last backup could be restored as a trial, 0 when not.'),
  }
}

function showBackup(
  { age, isRight }: ReturnType<typeof backupGauges>,
  report: BackupReport | undefined,
): void {
  age.set(report === undefined ? Number.POSITIVE_INFINITY : (Date.now() - Date.parse(report.takenAt)) / 1_000)
  isRight.set(report?.trial.isRight === true ? 1 : 0)
}

type Gauges = ReadonlyMap<string, { gauge: Gauge; label: string | undefined }>

function databaseGauges(registry: Registry): Gauges {
  return new Map(
    Object.entries(gauges).map(([figure, { name, label, help }]) => {
      const labelNames = label === undefined ? [] : [label]
      return [figure, { gauge: new Gauge({ name, help, labelNames, registers: [registry] }), label }]
    }),
  )
}

/** What the database no longer counts is gone, not as it was at the time before. */
function showFigures(shown: Gauges, figures: readonly InstallationFigure[]): void {
  for (const { gauge } of shown.values()) gauge.reset()
  for (const { figure, label: value, value: count } of figures) {
    const found = shown.get(figure)
    if (found === undefined) throw new Error(`No gauge shows the figure ${figure}.`)
    if (found.label === undefined) found.gauge.set(count)
    else found.gauge.set({ [found.label]: value }, count)
  }
}
