import {
  type CauseFigures,
  failuresByCause,
  inTransaction,
  type ServiceQuarter,
  type SupportFound,
  serviceAnswers,
  supportFinds,
} from '@stella/database'
import { type Explanation, explain } from '../causes/explain.ts'
import type { SupportDatabases } from './support-databases.ts'

type Desk = Pick<SupportDatabases, 'support'>

/** What was sought, with why it does not go on. */
export interface Found extends SupportFound {
  readonly explanation: Explanation | null
}

/** Where a number, mark, code, address, or the name of a customer who consented leads to. */
export async function lookUp({ support }: Desk, sought: string): Promise<Found[]> {
  const found = await inTransaction(support, (tx) => supportFinds(tx, sought.trim()))
  return found.map((one) => ({ ...one, explanation: explain(one.cause, null) }))
}

/** What fails for one cause in all organizations. */
export interface CauseInAll extends Omit<CauseFigures, 'cause'> {
  readonly explanation: Explanation
}

/** What fails by its cause, that of most organizations first. */
export async function listCauses({ support }: Desk): Promise<CauseInAll[]> {
  const figures = await inTransaction(support, failuresByCause)
  return figures.flatMap(({ cause, ...rest }) => {
    const explanation = explain(cause, null)
    return explanation === null ? [] : [{ ...rest, explanation }]
  })
}

const DAY_MS = 24 * 60 * 60 * 1_000

/** How e-Boekhouden.nl answered in the day until then, by quarters of an hour. */
export function listAnswers({ support }: Desk, until: Date): Promise<ServiceQuarter[]> {
  return inTransaction(support, (tx) => serviceAnswers(tx, new Date(until.getTime() - DAY_MS)))
}
