import type { NewAdministration } from '../handle/administration.ts'
import type { Settings } from '../handle/settings.ts'
import { type ChangeLog, memoryLog, openChangeLog } from '../storage/change-log.ts'
import type { Clock } from '../time/clock.ts'
import type { Administration } from './administration.ts'
import type { Change } from './changes.ts'
import { newAdministration } from './new-administration.ts'
import { apply, emptyWorld, type World } from './world.ts'

/** The books and the one way to change them. */
export interface Store {
  world: World
  /** Kept on disk, then made: what an answer tells is never lost. */
  commit(changes: readonly Change[]): void
  /** As `commit`, but a loss of power may lose it: for counters. */
  note(changes: readonly Change[]): void
  /** A session was used at that instant (ISO). */
  useSession(id: string, at: string): void
  /** The administration that came first. */
  first(): Administration
  /** Empty books; the first administration keeps its name, guid and codes. */
  reset(): void
  close(): void
}

export interface StoreOptions {
  dataFolder?: string | undefined
  administration: NewAdministration
  settings: Partial<Settings>
  clock: Clock
}

/** More commits than this are written together at the next start, without what later ones took the place of. With
 * 31,500 mutations (21 MB) that start took 1.2 s to 1.5 s on two busy cores, and each one after it 0.6 s. */
const commitsBeforeRewrite = 5000

/** @throws SandboxError as `openChangeLog` */
export function openStore(options: StoreOptions): Store {
  const opened = options.dataFolder === undefined ? inMemory() : openChangeLog(options.dataFolder)
  const { log, changes, commits, older } = opened
  const world = emptyWorld(options.settings)
  for (const change of changes) apply(world, change)
  if (older || commits > commitsBeforeRewrite) log.replace(snapshot(world))
  const commit = (batch: readonly Change[]) => write(world, log, batch, true)
  if (world.administrations.size === 0) commit([firstAdministration(options)])
  else commit(givenCodes(world, options.administration))
  return {
    world,
    commit,
    note: (batch) => write(world, log, batch, false),
    useSession: sessionUses(world, log),
    first: () => firstOf(world),
    reset() {
      const { guid, company, city, username, code1, code2 } = firstOf(world)
      const fresh = newAdministration({ company, city, username, code1, code2 }, options.clock.today(), 1)
      const start: Change[] = [{ kind: 'administration_added', administration: { ...fresh, guid } }]
      log.replace(start)
      Object.assign(world, emptyWorld(options.settings))
      for (const change of start) apply(world, change)
    },
    close: () => log.close(),
  }
}

function inMemory() {
  return { log: memoryLog, changes: [] as Change[], commits: 0, older: false }
}

function write(world: World, log: ChangeLog, batch: readonly Change[], durable: boolean): void {
  log.append(batch, durable)
  for (const change of batch) apply(world, change)
}

/** Every call uses its session, and most would tell the log nothing new: a use is kept once it is this share of the
 * session's life later than the last that was. A restart makes a session older by no more than that. */
const keptUsesPerLife = 60

function sessionUses(world: World, log: ChangeLog): Store['useSession'] {
  const kept = new Map<string, string>()
  return (id, at) => {
    const last = kept.get(id) ?? world.sessions.get(id)?.usedAt ?? at
    const sinceMs = Math.abs(Date.parse(at) - Date.parse(last))
    const change: Change = { kind: 'session_used', id, at }
    if (sinceMs * keptUsesPerLife >= world.settings.sessionMinutes * 60_000) {
      log.append([change], false)
      kept.set(id, at)
    } else if (!kept.has(id)) kept.set(id, last)
    apply(world, change)
  }
}

function firstAdministration(options: StoreOptions): Change {
  const administration = newAdministration(options.administration, options.clock.today(), 1)
  return { kind: 'administration_added', administration }
}

/** Codes given at a start count for that start on, also for books that were kept with others. */
function givenCodes(world: World, given: NewAdministration): Change[] {
  const first = firstOf(world)
  const { username = first.username, code1 = first.code1, code2 = first.code2 } = given
  if (username === first.username && code1 === first.code1 && code2 === first.code2) return []
  return [{ kind: 'administration_changed', guid: first.guid, fields: { username, code1, code2 } }]
}

function firstOf(world: World): Administration {
  const [first] = world.administrations.values()
  if (!first) throw new RangeError('a world without an administration')
  return first
}

/** The changes that make this world from nothing. Closed sessions are left behind. */
function snapshot(world: World): Change[] {
  const sessions = [...world.sessions.values()].filter(({ closed }) => !closed)
  return [
    ...[...world.administrations.values()].map(
      (administration): Change => ({ kind: 'administration_added', administration }),
    ),
    ...sessions.map((session): Change => ({ kind: 'session_opened', session })),
    { kind: 'settings_changed', settings: world.settings },
  ]
}
