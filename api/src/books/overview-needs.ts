import type { ConnectionView } from '@stella/bookkeeping'
import {
  countDrafts,
  countFailedRelations,
  findBookingOfInvoice,
  listFailedRelations,
  listInvoices,
  type Transaction,
} from '@stella/database'
import { type Cents, formatAmount } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import type { Overview } from '../contract/overview.ts'
import { causeSentences } from './cause-sentences.ts'
import { mendingOf } from './mending.ts'

type Need = z.infer<typeof Overview>['needs'][number]
type NeedCounts = z.infer<typeof Overview>['needCounts']

/** More than this nobody reads on an overview; the lists have the rest. */
const mostOfAKind = 5

/** The first of what waits for a person, the most urgent first. */
export async function overviewNeeds(
  tx: Transaction,
  connection: ConnectionView | null,
  language: Language,
): Promise<Need[]> {
  return [
    ...pausedConnection(connection, language),
    ...(await failedBookings(tx, language)),
    ...(await failedRelations(tx, language)),
    ...(await drafts(tx, language)),
  ]
}

/** How many there are of each kind, of which overviewNeeds() has the first. */
export async function overviewNeedCounts(
  tx: Transaction,
  connection: ConnectionView | null,
  failedBookings: number,
): Promise<NeedCounts> {
  return {
    connection_paused: mendingOfPause(connection) === null ? 0 : 1,
    booking_failed: failedBookings,
    relation_failed: await countFailedRelations(tx),
    draft_unfinished: await countDrafts(tx),
  }
}

function pausedConnection(connection: ConnectionView | null, language: Language): Need[] {
  const mending = mendingOfPause(connection)
  if (connection === null || mending === null) return []
  return [
    {
      kind: 'connection_paused',
      id: connection.id,
      invoiceId: null,
      customerId: null,
      title: textsIn(language).api.needs.connection_paused,
      detail: causeSentences(connection.pausedCause, language)?.what ?? '',
      mending,
    },
  ]
}

/** Null when nothing is paused, and when the pause ends by itself and so needs nobody. */
function mendingOfPause(connection: ConnectionView | null) {
  return connection?.state === 'paused' ? mendingOf({ cause: connection.pausedCause }, {}) : null
}

async function failedBookings(tx: Transaction, language: Language): Promise<Need[]> {
  const { items } = await listInvoices(tx, { books: 'failed', limit: mostOfAKind })
  const needs: Need[] = []
  for (const { id, number, customerId } of items) {
    const booking = await findBookingOfInvoice(tx, id)
    if (booking === null) continue
    needs.push({
      kind: 'booking_failed',
      id: booking.id,
      invoiceId: id,
      customerId,
      title: textsIn(language).api.needs.booking_failed(number ?? ''),
      detail: causeSentences(booking.cause, language)?.why ?? '',
      mending: mendingOf(
        { cause: booking.cause, causeCode: booking.cause_code },
        { invoiceId: id, customerId },
      ),
    })
  }
  return needs
}

async function failedRelations(tx: Transaction, language: Language): Promise<Need[]> {
  const relations = await listFailedRelations(tx, { limit: mostOfAKind })
  return relations.map(({ id, customerId, customer, cause, causeCode }) => ({
    kind: 'relation_failed',
    id,
    invoiceId: null,
    customerId,
    title: textsIn(language).api.needs.relation_failed(customer),
    detail: causeSentences(cause, language, 'relation')?.why ?? '',
    mending: mendingOf({ cause, causeCode }, { customerId }),
  }))
}

async function drafts(tx: Transaction, language: Language): Promise<Need[]> {
  const { items } = await listInvoices(tx, { state: 'draft', limit: mostOfAKind })
  const { draft_unfinished, draft } = textsIn(language).api.needs
  return items.map(({ id, customerId, customerName, gross }) => ({
    kind: 'draft_unfinished',
    id,
    invoiceId: id,
    customerId,
    title: draft_unfinished,
    detail: draft(customerName, euros(gross, language)),
    mending: null,
  }))
}

/** As in «€ 1.234,56»: Intl takes the exact decimal string. */
function euros(amount: Cents, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' })
  return format.format(formatAmount(amount) as `${number}`)
}
