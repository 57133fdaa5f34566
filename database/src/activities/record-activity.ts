import type { Transaction } from 'kysely'
import { searchable } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { lockOrganization } from '../transactions/lock-organization.ts'
import {
  type ActivityKind,
  type ActivityOutcome,
  type ActivitySubject,
  activityKinds,
} from './activity-kinds.ts'

/** What the sentence of an activity needs. Never a code, a password or a token. */
export type ActivityParameters = { readonly [name: string]: string | number | boolean | null }

export interface NewActivity {
  /** What happened; the table says what it is about and how it turned out. */
  readonly kind: ActivityKind
  /** The invoice, the customer of a relation, or the connection it is about. */
  readonly subjectId: string
  readonly parameters?: ActivityParameters
  /** Default: the database's clock. */
  readonly at?: Date
}

export interface Activity extends Omit<Required<NewActivity>, 'kind'> {
  /** Of the table, or of a version of Stella that came later and was taken back. */
  readonly kind: string
  readonly outcome: ActivityOutcome
  readonly subjectType: ActivitySubject
  readonly id: string
  /** Rises in order of the log, within the organization. */
  readonly position: bigint
}

/**
 * Adds to the log of the transaction's organization. Tell those who watch after the commit: announceActivities().
 *
 * Writers of one organization wait here for each other until they commit: so a reader that has seen position 7
 * has seen all before it, and a stream that goes on from there misses nothing.
 */
export async function recordActivity(tx: Transaction<DB>, activity: NewActivity): Promise<Activity> {
  await lockActivities(tx)
  const row = await recordActivitiesStatement(tx, [activity]).executeTakeFirstOrThrow()
  const { outcome, subject: subjectType } = activityKinds[activity.kind]
  return { ...activity, ...row, outcome, subjectType, parameters: activity.parameters ?? {} }
}

/**
 * The same for several in their order, at least one, to be carried out together with others. Whoever uses it has
 * taken the log's turn: lockActivities().
 */
export function recordActivitiesStatement(tx: Transaction<DB>, activities: readonly NewActivity[]) {
  return tx.insertInto('activities').values(activities.map(rowOf)).returning(['id', 'position', 'at'])
}

/** A row has eight parameters, and a statement of PostgreSQL at most 65,535. */
const ROWS_AT_ONCE = 1_000

/** The same for any number of them, in their order. */
export async function recordActivities(
  tx: Transaction<DB>,
  activities: readonly NewActivity[],
): Promise<void> {
  if (activities.length > 0) await lockActivities(tx)
  for (let from = 0; from < activities.length; from += ROWS_AT_ONCE) {
    await recordActivitiesStatement(tx, activities.slice(from, from + ROWS_AT_ONCE)).execute()
  }
}

function rowOf(activity: NewActivity) {
  const parameters = activity.parameters ?? {}
  const { outcome, subject } = activityKinds[activity.kind]
  const words = Object.values(parameters).map((value) => (value === null ? null : String(value)))
  return {
    kind: activity.kind,
    outcome,
    subject_type: subject,
    subject_id: activity.subjectId,
    parameters: { ...parameters },
    by_name: personIn(parameters),
    search_text: searchable(...words),
    ...(activity.at === undefined ? {} : { at: activity.at }),
  }
}

/** Who did it; what the engine says of whom it acted for is no person's name. */
function personIn({ by }: ActivityParameters): string | null {
  return typeof by === 'string' && !nobody.has(by) ? by : null
}

const nobody: ReadonlySet<string> = new Set(['organization', 'support'])

/** Transactions that have the turn; they keep it until they end. */
const writing = new WeakSet<Transaction<DB>>()

/**
 * Takes the organization's turn to write its log, until the transaction ends. Only for who locks other rows as
 * well and must take this one first, so that nobody waits in a circle; recordActivity() does it by itself.
 */
export async function lockActivities(tx: Transaction<DB>): Promise<void> {
  if (writing.has(tx)) return
  await lockOrganization(tx, 'activities')
  writing.add(tx)
}
