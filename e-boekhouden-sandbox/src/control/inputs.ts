import { SandboxError } from '../errors.ts'
import type { JournalFilter } from '../handle/journal.ts'
import type { Clock } from '../time/clock.ts'

/** Takes `{ now }`, `{ advanceSeconds }` or `{ follow: true }`. @throws SandboxError setting_invalid */
export function setClock(clock: Clock, body: unknown): void {
  const { now, advanceSeconds, follow } = body as Record<string, unknown>
  if (follow === true) clock.follow()
  else if (typeof advanceSeconds === 'number' && Number.isFinite(advanceSeconds))
    clock.advance(advanceSeconds)
  else if (typeof now === 'string' && !Number.isNaN(Date.parse(now))) clock.set(new Date(now))
  else throw new SandboxError('setting_invalid', 'clock: now, advanceSeconds or follow')
}

/** `operation`, `administration`, `after` and `limit` of a query. */
export function journalFilter(query: URLSearchParams): JournalFilter {
  const filter: JournalFilter = {}
  const operation = query.get('operation')
  const administration = query.get('administration')
  const after = Number(query.get('after') ?? Number.NaN)
  const limit = Number(query.get('limit') ?? Number.NaN)
  if (operation) filter.operation = operation
  if (administration) filter.administration = administration
  if (Number.isFinite(after)) filter.after = after
  if (Number.isFinite(limit) && limit >= 1) filter.limit = Math.floor(limit)
  return filter
}
