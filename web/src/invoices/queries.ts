import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { saveFile } from '../api/save-file.ts'
import { readPeriod } from '../format/period.ts'
import type { Age } from '../routing/open-views.ts'
import type { InvoiceColumn, InvoiceListSearch, InvoiceView } from '../routing/paths.ts'
import { runningSaveOf } from './running-saves.ts'
import { usualOrder } from './search.ts'

export type Invoice = Schemas['Invoice']
export type InvoiceSummary = Schemas['InvoiceSummary']
export type InvoiceContent = Schemas['InvoiceContent']
export type UnsavedInvoice = Schemas['UnsavedInvoice']
export type Preview = Schemas['Preview']
export type BookingPreview = Schemas['BookingPreview']
export type Totals = Schemas['Totals']
export type BooksState = Schemas['BooksState']

type PaymentState = NonNullable<InvoiceSummary['paymentState']>
type MailState = NonNullable<InvoiceSummary['mailState']>
type InvoiceFilter = {
  state?: 'draft' | 'final'
  books?: BooksState | 'in_books'
  mail?: MailState
  payment?: PaymentState | 'unpaid'
  age?: Age
  search?: string
  customerId?: string
  from?: string
  until?: string
  least?: string
  most?: string
}
type InvoiceOrder = { sort: keyof typeof columnOf; direction: 'ascending' | 'descending' }

const columnOf = {
  date: 'datum',
  number: 'nummer',
  customer: 'klant',
  due: 'vervalt',
  total: 'bedrag',
  outstanding: 'open',
  status: 'status',
} as const satisfies Record<string, InvoiceColumn>

const filterOf: Record<InvoiceView, InvoiceFilter> = {
  concept: { state: 'draft' },
  definitief: { state: 'final' },
  wacht: { books: 'waiting' },
  mislukt: { books: 'failed' },
  'niet-geboekt': { books: 'not_connected' },
  'te-laat': { payment: 'overdue' },
  betaald: { payment: 'paid' },
  'niet-verzonden': { mail: 'not_sent' },
  'mail-mislukt': { mail: 'failed' },
  overgenomen: { books: 'history' },
  open: { payment: 'unpaid' },
  'in-de-boeken': { books: 'in_books' },
  verzonden: { mail: 'sent' },
  'niet-vervallen': { age: 'not_due' },
  '1-30-dagen': { age: 'days_1_30' },
  '31-60-dagen': { age: 'days_31_60' },
  'meer-dan-60-dagen': { age: 'days_over_60' },
}

/** What the address of the list asks for, as the API takes it. */
export function invoiceFilterOf(search: InvoiceListSearch): InvoiceFilter {
  const { klant, periode, toon, tot, vanaf, zoek } = search
  const period = readPeriod(periode)
  return {
    ...(toon && filterOf[toon]),
    ...(zoek && { search: zoek }),
    ...(klant && { customerId: klant }),
    ...(period && { from: period.from, until: period.until }),
    ...(vanaf && { least: vanaf }),
    ...(tot && { most: tot }),
  }
}

/** The order its address asks for. */
export function invoiceOrderOf({ volgorde = usualOrder }: InvoiceListSearch): InvoiceOrder {
  const column = volgorde.replace(/^-/, '')
  const sorts = Object.keys(columnOf) as InvoiceOrder['sort'][]
  return {
    sort: sorts.find((sort) => columnOf[sort] === column) ?? 'date',
    direction: volgorde.startsWith('-') ? 'descending' : 'ascending',
  }
}

/** The list of invoices as its address asks for it. */
export function invoicesOf(search: InvoiceListSearch) {
  return invoicesQuery({ ...invoiceFilterOf(search), ...invoiceOrderOf(search) })
}

/** What the final invoices of that list come to. */
export function sumsOf(search: InvoiceListSearch) {
  const filter = invoiceFilterOf(search)
  return queryOptions({
    queryKey: ['invoices', 'sums', filter],
    queryFn: ({ signal }) => dataOf(api.GET('/api/invoices/sums', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  })
}

/** The invoices that pass the filter, in their order, a page at a time. */
function invoicesQuery(filter: InvoiceFilter & InvoiceOrder) {
  return infiniteQueryOptions({
    queryKey: ['invoices', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/invoices', {
          params: { query: { limit: 50, ...filter, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** The last final invoice of a customer that is no credit note; null where there is none. */
export function latestInvoiceQuery(customerId: string) {
  return queryOptions({
    queryKey: ['invoices', 'list', 'latest', customerId],
    queryFn: async ({ signal }) => {
      // Few customers have as many credit notes in a row.
      const query = { customerId, state: 'final' as const, limit: 10 }
      const { items } = await dataOf(api.GET('/api/invoices', { params: { query }, signal }))
      return items.find((invoice) => !invoice.isCreditNote) ?? null
    },
  })
}

/** Whether the last invoice had its prices with VAT: the next one begins like that. */
export const usualPricesQuery = queryOptions({
  queryKey: ['invoices', 'list', 'usual-prices'],
  queryFn: async ({ signal }) => {
    const { items } = await dataOf(api.GET('/api/invoices', { params: { query: { limit: 1 } }, signal }))
    return items[0]?.pricesIncludeVat ?? false
  },
})

/** What is sent with its prices in the other manner, with or without VAT. */
export function convertPrices(content: UnsavedInvoice): Promise<Schemas['ConvertedPrices']> {
  return dataOf(api.POST('/api/invoices/conversions', { body: content }))
}

export function invoiceQuery(id: string) {
  return queryOptions({
    queryKey: ['invoices', 'one', id],
    queryFn: async ({ signal }) => {
      await runningSaveOf(id)
      return dataOf(api.GET('/api/invoices/{id}', { params: { path: { id } }, signal }))
    },
  })
}

/**
 * Totals and booking of content that need not be saved, with the content they are about. A newer question aborts the
 * older one.
 */
export function previewQuery(content: UnsavedInvoice) {
  return queryOptions({
    queryKey: ['invoices', 'preview', content],
    queryFn: async ({ signal }) => ({
      ...(await dataOf(api.POST('/api/invoices/preview', { body: content, signal }))),
      asked: content,
    }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  })
}

/** The first pages as they will be printed, of what stands in the form. */
export function previewPagesQuery(content: UnsavedInvoice) {
  return queryOptions({
    queryKey: ['invoices', 'preview', 'pages', content],
    queryFn: ({ signal }) => dataOf(api.POST('/api/invoices/preview/pages', { body: content, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  })
}

export function createInvoice(body: InvoiceContent): Promise<Invoice> {
  return dataOf(api.POST('/api/invoices', { body }))
}

export function changeInvoice(
  id: string,
  body: Schemas['InvoiceChange'],
  keepalive = false,
): Promise<Invoice> {
  return dataOf(api.PUT('/api/invoices/{id}', { params: { path: { id } }, body, keepalive }))
}

export function deleteDraft(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/invoices/{id}', { params: { path: { id } } }))
}

/** Its customer then goes to the books at once; a draft that is gone or final by now needs nothing. */
export async function leaveDraft(id: string): Promise<void> {
  await api.POST('/api/invoices/{id}/leaving', { params: { path: { id } }, keepalive: true }).catch(() => {})
}

/** Makes it final, and with a wish mails it in the same step. */
export function finalizeInvoice(
  id: string,
  revision: number,
  wish: { notDistanceSale: boolean; message: Schemas['MessageWish'] | null },
): Promise<Invoice> {
  return dataOf(
    api.POST('/api/invoices/{id}/finalization', { params: { path: { id } }, body: { revision, ...wish } }),
  )
}

export type CreditContent = Partial<Schemas['CreditContent']>

const asked = (content: CreditContent): Schemas['CreditContent'] => ({
  lines: null,
  invoiceDate: null,
  description: '',
  seriesId: null,
  again: false,
  ...content,
})

/** A draft of today with what an invoice says. */
export function copyInvoice(id: string): Promise<Invoice> {
  return dataOf(api.POST('/api/invoices/{id}/copies', { params: { path: { id } } }))
}

/** What a credit note of an invoice would come to. */
export function creditPreviewQuery(id: string, content: CreditContent) {
  return queryOptions({
    queryKey: ['invoices', 'credit-preview', id, content],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/invoices/{id}/credit-notes/preview', {
          params: { path: { id } },
          body: asked(content),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

export function creditInvoice({
  id,
  ...content
}: CreditContent & { id: string }): Promise<Schemas['Credited']> {
  return dataOf(
    api.POST('/api/invoices/{id}/credit-notes', { params: { path: { id } }, body: asked(content) }),
  )
}

export function retryBooking(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/bookings/{id}/retries', { params: { path: { id } } }))
}

/** Offers the booking of an invoice of the list to the books again. */
export async function retryBookingOf(invoiceId: string): Promise<void> {
  const { books } = await dataOf(api.GET('/api/invoices/{id}', { params: { path: { id: invoiceId } } }))
  if (books.bookingId !== null) await retryBooking(books.bookingId)
}

/** Saves the pages of these invoices as one PDF. */
export async function savePagesOf(ids: string[]): Promise<void> {
  const answer = await api.POST('/api/invoices/print', { body: { ids }, parseAs: 'blob' })
  saveFile(await dataOf(Promise.resolve(answer)), answer.response)
}

/** Saves the PDF and UBL of these invoices, with a table of them, as one archive. */
export async function saveArchiveOf(ids: string[]): Promise<void> {
  const answer = await api.POST('/api/invoices/archives', { body: { ids }, parseAs: 'blob' })
  saveFile(await dataOf(Promise.resolve(answer)), answer.response)
}
