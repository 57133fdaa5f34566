import { type Selectable, type SelectQueryBuilder, sql, type Transaction } from 'kysely'
import { customersUnder } from '../customers/customer-figures.ts'
import { newestFirst } from '../lists/newest-first.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import { searchPatterns } from '../lists/search.ts'
import { isToLookAt } from '../messages/mail-state.ts'
import type { Activities, DB } from '../schema/schema.generated.ts'
import { type ActivitySubject, kindsThatTakeUp } from './activity-kinds.ts'
import type { Activity, ActivityParameters } from './record-activity.ts'

/** An entry of the log as it is read. */
export interface ListedActivity extends Activity {
  /** The customer whose relation or invoice it is about. */
  readonly customerId: string | null
  /** Whether it failed and a later entry says how it went on, so that this one needs nobody any more. */
  readonly superseded: boolean
}

export interface ActivityListRequest extends PageRequest {
  /** Only what failed and is not superseded. */
  readonly failing?: boolean | undefined
  /** Only what waits and of which nothing was said since. */
  readonly waiting?: boolean | undefined
  /** From this instant on. */
  readonly from?: Date | undefined
  /** Up to this instant, which is not in it. */
  readonly before?: Date | undefined
  readonly subjectTypes?: readonly ActivitySubject[] | undefined
  readonly subjectId?: string | undefined
  /** What is about a customer, its relation and its invoices; and about those that went up in it. */
  readonly customerId?: string | undefined
  /** Words in any order; looks in the parameters. */
  readonly search?: string | undefined
}

/**
 * The log of the transaction's organization, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listActivities(
  tx: Transaction<DB>,
  request: ActivityListRequest = {},
): Promise<Page<ListedActivity>> {
  return newestFirst(select(tx, request), request, activityOf)
}

/** What came after a position, the oldest first: for a reader that follows the log. At most `limit` rows. */
export async function activitiesAfter(
  tx: Transaction<DB>,
  position: bigint,
  limit = 200,
): Promise<ListedActivity[]> {
  const rows = await select(tx, {})
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(activityOf)
}

/** A timeline is read by a person; an invoice that was tried for days has some dozens of entries. */
const longestTimeline = 500

/**
 * What happened to an invoice and to the relation of its customer, the oldest first. The organization is named
 * because the role of the support desk sees all of them.
 */
export async function timelineOfInvoice(
  tx: Transaction<DB>,
  invoice: { readonly organizationId: string; readonly id: string; readonly customerId: string | null },
): Promise<ListedActivity[]> {
  return timelineOf(tx, invoice.organizationId, [
    ['invoice', invoice.id],
    ['message', invoice.id],
    ['payment', invoice.id],
    ...(invoice.customerId === null ? [] : [['relation', invoice.customerId] as const]),
  ])
}

/** What happened to the relation of a customer, the oldest first. */
export async function timelineOfRelation(
  tx: Transaction<DB>,
  relation: { readonly organizationId: string; readonly customerId: string },
): Promise<ListedActivity[]> {
  return timelineOf(tx, relation.organizationId, [['relation', relation.customerId]])
}

async function timelineOf(
  tx: Transaction<DB>,
  organizationId: string,
  subjects: readonly (readonly [type: 'invoice' | 'message' | 'payment' | 'relation', id: string])[],
): Promise<ListedActivity[]> {
  const rows = await select(tx, {})
    .where('organization_id', '=', organizationId)
    .where((eb) =>
      eb.or(subjects.map(([type, id]) => eb.and([eb('subject_type', '=', type), eb('subject_id', '=', id)]))),
    )
    .orderBy('position', 'desc')
    .limit(longestTimeline)
    .execute()
  return rows.reverse().map(activityOf)
}

/** The position of an entry of the transaction's organization; undefined when there is no such entry. */
export async function positionOfActivity(tx: Transaction<DB>, id: string): Promise<bigint | undefined> {
  const row = await tx.selectFrom('activities').select('position').where('id', '=', id).executeTakeFirst()
  return row?.position
}

/** The position of the newest entry, or 0n. */
export async function latestActivityPosition(tx: Transaction<DB>): Promise<bigint> {
  const row = await tx
    .selectFrom('activities')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0n
}

const activityColumns = [
  'id',
  'position',
  'at',
  'kind',
  'outcome',
  'subject_type',
  'subject_id',
  'parameters',
] as const satisfies readonly (keyof Activities)[]

type ActivityRow = Pick<Selectable<Activities>, (typeof activityColumns)[number]> & {
  customer_id: string | null
  superseded: boolean
}

const customerId = sql<string | null>`(case activities.subject_type
  when 'relation' then activities.subject_id
  when 'customer' then activities.subject_id
  when 'invoice' then (select customer_id from invoices where invoices.id = activities.subject_id)
  when 'message' then (select customer_id from invoices where invoices.id = activities.subject_id)
  when 'payment' then (select customer_id from invoices where invoices.id = activities.subject_id)
end)`

// Of a mail that failed the recipients say whether anybody still has to look: one address that got it says nothing of
// another that did not.
const isMailSettled = sql<boolean>`not exists (
  select from message_recipients as r
  where r.organization_id = activities.organization_id and r.invoice_id = activities.subject_id and ${isToLookAt}
)`

// What waits may still wait for the same; unless somebody offered it again. And a mail that did not arrive says
// nothing about the pause it was of; so of other failures only those of the same kind count.
const superseded = sql<boolean>`(activities.outcome = 'failure' and case activities.subject_type
when 'message' then ${isMailSettled}
else exists (
  select from activities as later
  where later.organization_id = activities.organization_id
    and later.subject_type = activities.subject_type
    and later.subject_id = activities.subject_id
    and later.position > activities.position
    and (
      later.outcome in ('success', 'info')
      or later.kind in (${sql.join(kindsThatTakeUp)})
      or (later.outcome = 'failure' and later.kind = activities.kind)
    )
) end)`

// Nothing was said of it since. Looked up for each by the index: as an anti join it would read the whole log first.
const isLast = sql<boolean>`activities.position = (
  select later.position from activities as later
  where later.organization_id = activities.organization_id
    and later.subject_type = activities.subject_type
    and later.subject_id = activities.subject_id
  order by later.position desc limit 1
)`

function select(
  tx: Transaction<DB>,
  request: ActivityListRequest,
): SelectQueryBuilder<DB, 'activities', ActivityRow> {
  const { before, customerId: ofCustomer, failing = false, from, search } = request
  const { subjectId, subjectTypes, waiting = false } = request
  let query = tx
    .selectFrom('activities')
    .select([...activityColumns, customerId.as('customer_id'), superseded.as('superseded')])
  if (failing) query = query.where('outcome', '=', 'failure').where(sql<boolean>`not ${superseded}`)
  if (waiting) query = query.where('outcome', '=', 'waiting').where(isLast)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (before !== undefined) query = query.where('at', '<', before)
  if (subjectTypes !== undefined) query = query.where('subject_type', 'in', subjectTypes)
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
  if (ofCustomer !== undefined) {
    const customers = customersUnder(ofCustomer)
    query = query.where(
      sql<boolean>`(activities.subject_id in ${customers} or activities.subject_id in (
        select id from invoices where customer_id in ${customers}))`,
    )
  }
  for (const pattern of searchPatterns(search)) query = query.where('search_text', 'like', pattern)
  return query
}

function activityOf(row: ActivityRow): ListedActivity {
  return {
    id: row.id,
    position: row.position,
    at: row.at,
    kind: row.kind,
    outcome: row.outcome,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    parameters: row.parameters as ActivityParameters,
    customerId: row.customer_id,
    superseded: row.superseded,
  }
}
