import { type InvoiceFilter, inOrganization, listInvoices, sumInvoices } from '@stella/database'
import { formatAmount, parsePlainDate, readAmount, todayInAmsterdam } from '@stella/invoicing'
import { statusOfBooks, statusOfPayment, type Texts, textsIn } from '@stella/texts'
import { allPages, type Column } from '@stella/transfer'
import { recordExport } from '../activities/record.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import * as contract from './list-contract.ts'
import { presentInvoiceSummary } from './present.ts'

/** The list of invoices: in pages, as sums, and as a file. */
export function invoiceListRoutes(app: App, { databases, now, pages }: Context): void {
  app.get('/api/invoices', contract.listInvoices, async (request) => {
    const { id } = organizationOf(request)
    const { cursor, direction, limit, sort } = request.query
    return pages.read(
      { list: 'invoices', owner: id },
      { ...filterOf(request.query, now()), cursor, direction, limit, sort },
      (query) => inOrganization(databases.app, id, (tx) => listInvoices(tx, query)),
      presentInvoiceSummary,
    )
  })

  app.get('/api/invoices/sums', contract.sumInvoices, async (request) => {
    const filter = filterOf(request.query, now())
    const sums = await inOrganization(databases.app, organizationOf(request).id, (tx) =>
      sumInvoices(tx, filter),
    )
    const { count, gross, net, outstanding, vat } = sums
    return {
      count,
      net: formatAmount(net),
      vat: formatAmount(vat),
      gross: formatAmount(gross),
      outstanding: formatAmount(outstanding),
    }
  })

  app.get('/api/invoices/csv', contract.getInvoicesCsv, async (request, reply) => {
    const { id } = organizationOf(request)
    await recordExport({ databases, now }, request, 'invoices')
    const language = request.query.language ?? languageOf(request)
    // What the sums count, so that the file comes to what stands above the list.
    const { direction, sort, state = 'final' as const } = request.query
    const filter = { ...filterOf(request.query, now()), direction, sort, state }
    const rows = allPages((page) =>
      inOrganization(databases.app, id, (tx) => listInvoices(tx, { ...filter, ...page })),
    )
    const { csv, screens } = textsIn(language)
    const name = `${csv.invoices.file}-${now().toISOString().slice(0, 10)}`
    return sendList(reply, {
      name,
      language,
      format: request.query.format,
      columns: columnsIn(csv.invoices, screens.status),
      rows,
    })
  })
}

type Bounds = {
  from?: string | undefined
  until?: string | undefined
  least?: string | undefined
  most?: string | undefined
}
type Query = Omit<InvoiceFilter, keyof Bounds | 'ids' | 'today'> & Bounds

function filterOf(
  { age, books, customerId, from, least, mail, most, payment, search, state, until }: Query,
  now: Date,
): InvoiceFilter {
  return {
    age,
    books,
    customerId,
    mail,
    payment,
    today: todayInAmsterdam(now),
    search,
    state,
    from: from === undefined ? undefined : parsePlainDate(from),
    until: until === undefined ? undefined : parsePlainDate(until),
    least: least === undefined ? undefined : (readAmount(least) ?? undefined),
    most: most === undefined ? undefined : (readAmount(most) ?? undefined),
  }
}

type Invoice = Awaited<ReturnType<typeof listInvoices>>['items'][number]

/** The columns of a list of invoices as a file. */
export function columnsIn(
  words: Texts['csv']['invoices'],
  status: Texts['screens']['status'],
): Column<Invoice>[] {
  return [
    { title: words.number, cell: ({ number }) => number },
    { title: words.kind, cell: (invoice) => words[kindOf(invoice)] },
    { title: words.customer, cell: ({ customerName }) => customerName },
    { title: words.date, cell: ({ invoiceDate }) => invoiceDate },
    { title: words.due, cell: ({ dueDate }) => dueDate },
    { title: words.description, cell: ({ description }) => description },
    { title: words.net, cell: ({ net }) => ({ amount: formatAmount(net) }) },
    { title: words.vat, cell: ({ vat }) => ({ amount: formatAmount(vat) }) },
    { title: words.gross, cell: ({ gross }) => ({ amount: formatAmount(gross) }) },
    { title: words.books, cell: ({ books }) => status[statusOfBooks[books]] },
    {
      title: words.payment,
      cell: ({ payment }) => (payment === null ? '' : status[statusOfPayment[payment]]),
    },
    { title: words.outstanding, cell: ({ outstanding }) => ({ amount: formatAmount(outstanding) }) },
  ]
}

function kindOf({ isCreditNote, state }: Invoice): 'draft' | 'creditNote' | 'invoice' {
  if (state === 'draft') return 'draft'
  return isCreditNote ? 'creditNote' : 'invoice'
}
