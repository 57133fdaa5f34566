import { previewWaitOfCredit } from '@stella/bookkeeping'
import {
  announceActivities,
  creditInvoice,
  creditOf,
  findInvoice,
  findSeries,
  inOrganization,
  NotFinalizableError,
  nextNumberOf,
  type StoredInvoice,
  seriesOfCreditNotes,
  type Transaction,
} from '@stella/database'
import { isBookableDate, type PlainDate, readPlainDate, todayInAmsterdam } from '@stella/invoicing'
import { causeSentences, causeText } from '../causes/present.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import { fieldError } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { fieldProblems } from '../http/problem-of.ts'
import * as contract from './contract.ts'
import { copyInvoice } from './copy-invoice.ts'
import type { DocumentContext } from './document-routes.ts'
import { settleFinal } from './finalized.ts'
import { presentInvoice, presentTotals } from './present.ts'

/** Credit notes: the whole of an invoice or a part, and if wanted a draft to do it again. */
export function creditRoutes(app: App, context: DocumentContext): void {
  const { bookkeeping, databases, now } = context

  app.post('/api/invoices/:id/credit-notes', contract.creditInvoice, async (request, reply) => {
    const organization = organizationOf(request)
    const { again, description, lines, seriesId } = request.body
    const at = now()
    const answer = await inOrganization(databases.app, organization.id, async (tx) => {
      const invoiceId = request.params.id
      const invoiceDate = await dayOf(tx, request.body.invoiceDate, { invoiceId, at })
      const crediting = { invoiceId, lines, invoiceDate, description: description.trim(), seriesId, at }
      const creditNote = await creditInvoice(tx, crediting)
      await settleFinal(tx, request, { final: creditNote, at })
      const draft = again ? await copyInvoice(tx, invoiceId, at) : null
      const present = (invoice: StoredInvoice) => presentInvoice(tx, invoice, languageOf(request))
      return { creditNote: await present(creditNote), draft: draft && (await present(draft)) }
    })
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return reply.code(201).send(answer)
  })

  app.post('/api/invoices/:id/credit-notes/preview', contract.previewCredit, async (request) => {
    const language = languageOf(request)
    const { lines, seriesId } = request.body
    const at = now()
    return inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const invoiceId = request.params.id
      const invoiceDate = await dayOf(tx, request.body.invoiceDate, { invoiceId, at })
      try {
        const { content } = await creditOf(tx, { invoiceId, invoiceDate, lines })
        const series = await findSeries(tx, seriesId ?? (await seriesOfCreditNotes(tx)))
        const { number } = await nextNumberOf(tx, series, invoiceDate)
        const cause = await previewWaitOfCredit(tx, { invoiceId, now: at })
        const waits = causeText(causeSentences(cause, language))
        return { totals: presentTotals(content), number, seriesId: series.id, waits, problems: [] }
      } catch (error) {
        if (!(error instanceof NotFinalizableError)) throw error
        const problems = fieldProblems(error.problems.map(fieldError), language)
        return { totals: null, number: null, seriesId: null, waits: null, problems }
      }
    })
  })
}

/** Today where none is given, or the day of an invoice that is dated later. */
async function dayOf(
  tx: Transaction,
  given: string | null,
  { invoiceId, at }: { invoiceId: string; at: Date },
): Promise<PlainDate> {
  const day = given === null ? await ownDayOf(tx, invoiceId, todayInAmsterdam(at)) : readPlainDate(given)
  if (day !== null && isBookableDate(day)) return day
  const code = day === null ? 'date_invalid' : 'date_out_of_range'
  throw new ApiError('invalid_fields', { fields: [{ path: 'invoiceDate', code }] })
}

async function ownDayOf(tx: Transaction, invoiceId: string, today: PlainDate): Promise<PlainDate> {
  const invoice = await findInvoice(tx, invoiceId)
  return invoice !== undefined && invoice.invoiceDate > today ? invoice.invoiceDate : today
}
