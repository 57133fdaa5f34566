import type { Selectable } from 'kysely'
import type { PageRequest } from '../lists/page.ts'
import type { Activities } from '../schema/schema.generated.ts'
import type { ActivitySubject } from './activity-kinds.ts'
import type { Activity } from './record-activity.ts'

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
  /** What became of an invoice, of its mails and of its payment. */
  readonly invoiceId?: string | undefined
  /** What this person did, by the name they had then. */
  readonly by?: string | undefined
  /** What is about a customer, its relation and its invoices; and about those that went up in it. */
  readonly customerId?: string | undefined
  /** Words in any order, any part of them; one or two letters are looked for where words begin. */
  readonly search?: string | undefined
}

export const activityColumns = [
  'id',
  'position',
  'at',
  'kind',
  'outcome',
  'subject_type',
  'subject_id',
  'parameters',
] as const satisfies readonly (keyof Activities)[]

export type ActivityRow = Pick<Selectable<Activities>, (typeof activityColumns)[number]> & {
  customer_id: string | null
  superseded: boolean
}
