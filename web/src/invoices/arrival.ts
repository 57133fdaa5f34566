import type { QueryClient } from '@tanstack/react-query'
import { activitiesQuery } from '../activities/queries.ts'
import { knownFirst } from '../api/arrival.ts'
import { customerQuery } from '../customers/queries.ts'
import { chosenLanguage } from '../language/choice.ts'
import { fieldsOf, readDraft } from './fields.ts'
import { invoiceQuery, previewQuery } from './queries.ts'

/** What the page of an invoice is made of: its customer, and its story or the booking it will become. */
export async function pageOfInvoice(queryClient: QueryClient, id: string): Promise<void> {
  const invoice = await queryClient.ensureQueryData({ ...invoiceQuery(id), ...knownFirst })
  const customer = pageOfNewInvoice(queryClient, invoice.customerId)
  if (invoice.state === 'final') {
    const story = { ...activitiesQuery('invoices', invoice.number ?? ''), ...knownFirst }
    await Promise.all([customer, queryClient.ensureInfiniteQueryData(story)])
    return
  }
  const language = chosenLanguage()
  const { content } = readDraft(fieldsOf(invoice, language), language)
  await Promise.all([customer, queryClient.ensureQueryData(previewQuery(content))])
}

/** @param customerId the customer it is for, when that is known already */
export async function pageOfNewInvoice(
  queryClient: QueryClient,
  customerId: string | undefined,
): Promise<void> {
  if (customerId) await queryClient.ensureQueryData({ ...customerQuery(customerId), ...knownFirst })
}
