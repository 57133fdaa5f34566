import type { QueryClient } from '@tanstack/react-query'
import { activitiesOf } from '../activities/queries.ts'
import { knownFirst } from '../api/arrival.ts'
import { invoiceAttachmentsQuery } from '../attachments/queries.ts'
import { customerQuery } from '../customers/queries.ts'
import { chosenLanguage } from '../language/choice.ts'
import { messagesQuery } from '../messages/queries.ts'
import { paymentQuery } from '../payments/queries.ts'
import { shareLinkQuery } from '../share-links/queries.ts'
import { fieldsOf, readDraft } from './fields.ts'
import { invoiceQuery, previewQuery } from './queries.ts'

/**
 * What the page of an invoice is made of: its customer, and its story, its payment, its mails, its attachments and its link, or the
 * booking it will become.
 */
export async function pageOfInvoice(queryClient: QueryClient, id: string): Promise<void> {
  const invoice = await queryClient.ensureQueryData({ ...invoiceQuery(id), ...knownFirst })
  const customer = pageOfNewInvoice(queryClient, invoice.customerId)
  if (invoice.state === 'final') {
    const story = { ...activitiesOf({ toon: 'facturen', zoek: invoice.number ?? '' }), ...knownFirst }
    const mails = { ...messagesQuery({ invoiceId: id }), ...knownFirst }
    const link = { ...shareLinkQuery(id), ...knownFirst }
    const payment = { ...paymentQuery(id), ...knownFirst }
    const attachments = { ...invoiceAttachmentsQuery(id), ...knownFirst }
    await Promise.all([
      customer,
      queryClient.ensureInfiniteQueryData(story),
      queryClient.ensureInfiniteQueryData(mails),
      queryClient.ensureQueryData(link),
      queryClient.ensureQueryData(payment),
      // What another program made has none.
      invoice.origin === null && queryClient.ensureQueryData(attachments),
    ])
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
