import { type SelectQueryBuilder, sql, type Transaction } from 'kysely'
import { customersUnder } from '../customers/customer-figures.ts'
import { newestFirst, positionIn } from '../lists/newest-first.ts'
import { type Page, pageOf, pageSize } from '../lists/page.ts'
import { isToLookAt } from '../messages/mail-state.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type ActivitySubject, kindsAside, kindsThatTakeUp } from './activity-kinds.ts'
import { findActivities, hasWords } from './find-activities.ts'
import { isOfPeriod, lastDayFirst } from './last-day-first.ts'
import {
  type ActivityListRequest,
  type ActivityRow,
  activityColumns,
  type ListedActivity,
} from './listed-activity.ts'
import type { ActivityParameters } from './record-activity.ts'

/**
 * The log of the transaction's organization, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listActivities(
  tx: Transaction<DB>,
  request: ActivityListRequest = {},
): Promise<Page<ListedActivity>> {
  if (hasWords(request.search)) return searchActivities(tx, request)
  if (isOfPeriod(request)) return lastDayFirst(select(tx, request), request, activityOf)
  return newestFirst(select(tx, request), request, activityOf)
}

/** As many are looked at together where only some of them may belong to what is asked for. */
const LOOKED_AT_TOGETHER = 1_000

/** Reads what was found, and narrows it to what the search itself does not know. */
async function searchActivities(
  tx: Transaction<DB>,
  request: ActivityListRequest,
): Promise<Page<ListedActivity>> {
  const size = pageSize(request)
  const { customerId: ofCustomer, failing, invoiceId, subjectId, waiting } = request
  const isNarrowed = Boolean(failing || waiting || ofCustomer || invoiceId || subjectId)
  const wanted = isNarrowed ? LOOKED_AT_TOGETHER : size + 1
  const rows: ActivityRow[] = []
  let below = request.cursor === undefined ? null : positionIn(request.cursor)
  for (;;) {
    const found = await findActivities(tx, request, { below, wanted })
    const read = select(tx, request).where(sql<boolean>`position = any(${found}::bigint[])`)
    rows.push(...(await read.orderBy('position', 'desc').execute()))
    if (found.length < wanted || rows.length > size) break
    below = found.at(-1) ?? null
  }
  return pageOf(rows, size, (row) => [String(row.position)], activityOf)
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
    ...subjectsOfInvoice.map((subject) => [subject, invoice.id] as const),
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

/** Its own entries, and those of what belongs to it, which have its id. */
const subjectsOfInvoice = ['invoice', 'message', 'payment'] as const satisfies ActivitySubject[]

/** Those who did anything that stands in the log, by their names; found by going from name to name. */
export async function peopleInActivities(tx: Transaction<DB>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive people as (
      (select by_name as name from activities where by_name is not null order by by_name limit 1)
      union all
      select (select by_name from activities where by_name > people.name order by by_name limit 1)
      from people where people.name is not null
    )
    select name from people where name is not null limit 200`.execute(tx)
  return rows.map(({ name }) => name)
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
      (later.outcome in ('success', 'info') and later.kind not in (${sql.join(kindsAside)}))
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
    and later.kind not in (${sql.join(kindsAside)})
  order by later.position desc limit 1
)`

function select(
  tx: Transaction<DB>,
  request: ActivityListRequest,
): SelectQueryBuilder<DB, 'activities', ActivityRow> {
  const { before, by, customerId: ofCustomer, failing = false, from, invoiceId } = request
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
  if (by !== undefined) query = query.where('by_name', '=', by)
  if (invoiceId !== undefined) {
    query = query.where('subject_type', 'in', subjectsOfInvoice).where('subject_id', '=', invoiceId)
  }
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
