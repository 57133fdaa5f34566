import { type Selectable, sql, type Transaction } from 'kysely'
import type { Page, PageRequest } from '../lists/page.ts'
import type { Cases, DB } from '../schema/schema.generated.ts'
import { oldestFirst } from '../support/oldest-first.ts'
import type { SupportAction } from '../support/support-audit.ts'
import type { CaseAuthor, CaseOutcome, CaseState, ProposalState } from './case-states.ts'
import { isConsentInForce } from './consent.ts'

/** A question to the support, with what it is about and until when the support may look at that. */
export interface StoredCase {
  readonly id: string
  /** What people call it by. */
  readonly number: number
  readonly organizationId: string
  /** The one of the organization it came from. */
  readonly organizationNumber: number
  readonly bookingId: string | null
  readonly invoiceId: string | null
  readonly relationId: string | null
  readonly customerId: string | null
  /** Of what it is about, as far as the role of the transaction may see it. */
  readonly invoiceNumber: string | null
  readonly customerName: string | null
  readonly state: CaseState
  readonly openedByName: string
  readonly openedAt: Date
  readonly changedAt: Date
  readonly consent: { readonly until: Date; readonly isInForce: boolean }
  readonly outcome: CaseOutcome | null
}

export interface CaseMessage {
  readonly id: string
  readonly at: Date
  readonly author: { readonly kind: CaseAuthor; readonly name: string }
  readonly body: string
}

/** A change of one field of a customer that the support proposes. */
export interface CaseProposal {
  readonly id: string
  readonly caseId: string
  readonly at: Date
  readonly authorName: string
  readonly customerId: string
  readonly field: string
  readonly before: string
  readonly after: string
  readonly state: ProposalState
  readonly decidedByName: string | null
}

export interface CaseFilter extends PageRequest {
  /** The closed ones too; else those that are open alone. */
  readonly closed?: boolean | undefined
  readonly invoiceId?: string | undefined
  readonly customerId?: string | undefined
}

/**
 * The cases that the role of the transaction may see, the one that was asked longest ago first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listCases(tx: Transaction<DB>, request: CaseFilter = {}): Promise<Page<StoredCase>> {
  const { closed = false, customerId, invoiceId } = request
  let query = selectCases(tx)
  if (!closed) query = query.where('cases.state', '<>', 'closed')
  if (invoiceId !== undefined) query = query.where('cases.invoice_id', '=', invoiceId)
  if (customerId !== undefined) {
    query = query.where('cases.customer_id', '=', customerId).where('cases.invoice_id', 'is', null)
  }
  const page = await oldestFirst(query, { instant: 'cases.opened_at', id: 'cases.id' }, request)
  return { ...page, items: page.items.map(caseOf) }
}

export async function findCase(tx: Transaction<DB>, id: string): Promise<StoredCase | undefined> {
  const row = await selectCases(tx).where('cases.id', '=', id).executeTakeFirst()
  return row && caseOf(row)
}

/** The id of the open case about a booking or a relation. */
export async function findOpenCase(
  tx: Transaction<DB>,
  of: { readonly bookingId: string } | { readonly relationId: string },
): Promise<string | undefined> {
  const open = tx.selectFrom('cases').select('id').where('state', '<>', 'closed')
  const row = await ('bookingId' in of
    ? open.where('booking_id', '=', of.bookingId)
    : open.where('booking_id', 'is', null).where('relation_id', '=', of.relationId)
  ).executeTakeFirst()
  return row?.id
}

/** What was asked and answered, in order. */
export async function listCaseMessages(tx: Transaction<DB>, caseId: string): Promise<CaseMessage[]> {
  const rows = await tx
    .selectFrom('case_messages')
    .select(['id', 'at', 'author_kind', 'author_name', 'body'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .limit(500)
    .execute()
  return rows.map(({ id, at, author_kind, author_name, body }) => ({
    id,
    at,
    author: { kind: author_kind as CaseAuthor, name: author_name },
    body,
  }))
}

/** What was proposed, in order; of those of which the role of the transaction may know. */
export async function listCaseProposals(tx: Transaction<DB>, caseId: string): Promise<CaseProposal[]> {
  const rows = await selectProposals(tx).where('case_id', '=', caseId).orderBy('at').limit(100).execute()
  return rows.map(proposalOf)
}

export async function findCaseProposal(tx: Transaction<DB>, id: string): Promise<CaseProposal | undefined> {
  const row = await selectProposals(tx).where('id', '=', id).executeTakeFirst()
  return row && proposalOf(row)
}

export interface CaseLook {
  readonly at: Date
  readonly name: string
  readonly action: SupportAction
}

/** What the support looked at and did of what a case is about, the newest first; in the transaction's organization. */
export async function listCaseLooks(tx: Transaction<DB>, of: StoredCase): Promise<CaseLook[]> {
  const rows = await tx
    .selectFrom('support_audit')
    .select(['at', 'user_name', 'action'])
    .where((eb) =>
      eb.or([
        eb('case_id', '=', of.id),
        ...(of.bookingId === null ? [] : [eb('booking_id', '=', of.bookingId)]),
        ...(of.bookingId === null && of.relationId !== null ? [eb('relation_id', '=', of.relationId)] : []),
      ]),
    )
    .orderBy('position', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ action, at, user_name }) => ({ at, name: user_name, action }))
}

/** Each is named, as the role of the support desk may see no others. */
const columns = [
  'cases.id',
  'cases.number',
  'cases.organization_id',
  'cases.booking_id',
  'cases.invoice_id',
  'cases.relation_id',
  'cases.customer_id',
  'cases.state',
  'cases.opened_by_name',
  'cases.opened_at',
  'cases.changed_at',
  'cases.consent_until',
  'cases.consent_ended_at',
  'cases.outcome',
] as const

type Unqualified = (typeof columns)[number] extends infer Name
  ? Name extends `cases.${infer Column extends keyof Cases}`
    ? Column
    : never
  : never

function selectCases(tx: Transaction<DB>) {
  return tx
    .selectFrom('cases')
    .innerJoin('accounts.organization as organization', 'organization.id', 'cases.organization_id')
    .leftJoin('invoices', (join) =>
      join
        .onRef('invoices.organization_id', '=', 'cases.organization_id')
        .onRef('invoices.id', '=', 'cases.invoice_id'),
    )
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.organization_id', '=', 'cases.organization_id')
        .onRef('customers.id', '=', 'cases.customer_id'),
    )
    .select(columns)
    .select([
      'invoices.number as invoice_number',
      'customers.name as customer_name',
      'organization.number as organization_number',
      isConsentInForce.as('is_in_force'),
      sql<string>`cases.opened_at::text`.as('since_exactly'),
    ])
}

type CaseRow = Pick<Selectable<Cases>, Unqualified> & {
  organization_number: bigint
  invoice_number: string | null
  customer_name: string | null
  is_in_force: boolean
}

function caseOf(row: CaseRow): StoredCase {
  return {
    id: row.id,
    number: Number(row.number),
    organizationId: row.organization_id,
    organizationNumber: Number(row.organization_number),
    bookingId: row.booking_id,
    invoiceId: row.invoice_id,
    relationId: row.relation_id,
    customerId: row.customer_id,
    invoiceNumber: row.invoice_number,
    customerName: row.customer_name,
    state: row.state as CaseState,
    openedByName: row.opened_by_name,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    consent: { until: row.consent_ended_at ?? row.consent_until, isInForce: row.is_in_force },
    outcome: row.outcome as CaseOutcome | null,
  }
}

function selectProposals(tx: Transaction<DB>) {
  return tx
    .selectFrom('case_proposals')
    .select([
      'id',
      'case_id',
      'at',
      'author_name',
      'customer_id',
      'field',
      'before',
      'after',
      'state',
      'decided_by_name',
    ])
}

function proposalOf(row: Awaited<ReturnType<ReturnType<typeof selectProposals>['execute']>>[number]) {
  return {
    id: row.id,
    caseId: row.case_id,
    at: row.at,
    authorName: row.author_name,
    customerId: row.customer_id,
    field: row.field,
    before: row.before,
    after: row.after,
    state: row.state as ProposalState,
    decidedByName: row.decided_by_name,
  }
}
