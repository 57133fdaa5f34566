import { type BookingPreview as PlannedBooking, previewBooking } from '@stella/bookkeeping'
import {
  DatabaseError,
  findCustomer,
  findInvoice,
  findProfile,
  findSeries,
  inOrganization,
  listVatRates,
  nextNumberOf,
  type StoredSeries,
  type Transaction,
} from '@stella/database'
import type { InvoiceDocument } from '@stella/documents'
import {
  convertPrices,
  type DatedRate,
  type DraftInput,
  formatAmount,
  type InvoiceContent,
  type InvoiceTotals,
  totalsOf,
  validateDraft,
  validateFinal,
} from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import type { BookingPreview } from '../bookings/contract.ts'
import { causeSentences, causeText } from '../causes/present.ts'
import { ApiError, type FieldError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError, valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { fieldProblems } from '../http/problem-of.ts'
import * as contract from './contract.ts'
import { distanceSalesSentence } from './distance-sales.ts'
import { notesOnEInvoice, notesOnParties, unprintable } from './document-checks.ts'
import { knownToBooks } from './number-checks.ts'
import { presentTotals } from './present.ts'
import { warningsOf } from './warnings.ts'

/** What an invoice leads to in the books, before it is made final. Nothing is written. */
export function previewRoutes(app: App, { databases }: Context): void {
  app.get('/api/invoices/:id/booking-preview', contract.getBookingPreview, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const invoice = await findInvoice(tx, request.params.id)
      if (invoice === undefined) throw new ApiError('not_found')
      const customer = { ...invoice.customer, id: invoice.customerId }
      const booking = await previewBooking(tx, { invoice, customer })
      const document = { invoice, customer, organization: invoice.sender }
      const rates = await listVatRates(tx)
      const problems =
        invoice.state === 'draft'
          ? [...problemsOf(invoice, document, rates), ...(await numberProblems(tx, invoice))]
          : []
      const language = languageOf(request)
      const odd = invoice.state === 'draft' ? await oddities(tx, invoice, language) : nothingOdd
      return presentBooking(booking, { document, problems, ...odd }, language)
    }),
  )

  app.post('/api/invoices/preview', contract.previewInvoice, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, (tx) =>
      previewContent(tx, request.body, languageOf(request)),
    ),
  )

  app.post('/api/invoices/conversions', contract.convertPrices, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const input = { ...request.body, customerId: request.body.customerId ?? noCustomer }
      return presentConverted(convertPrices(valid(validateDraft(input, await listVatRates(tx)))))
    }),
  )
}

/** Stands in while no customer is chosen, so that the rest can be judged. */
const noCustomer = '00000000-0000-0000-0000-000000000000'

async function previewContent(tx: Transaction, input: DraftInput, language: Language) {
  const customer = input.customerId ? await findCustomer(tx, input.customerId) : undefined
  const rates = await listVatRates(tx)
  const paymentTermDays = input.paymentTermDays ?? customer?.paymentTermDays
  const draft = validateDraft(
    { ...input, paymentTermDays, customerId: input.customerId ?? noCustomer },
    rates,
  )
  const unknown = customer === undefined ? [{ path: 'customerId', code: 'customer_unknown' }] : []
  const problems = draft.ok ? [] : draft.problems.map(fieldError)
  const fields = fieldProblems([...unknown, ...problems], language)
  if (!draft.ok) return { totals: null, problems: fields, booking: null, nextNumber: null }
  const totals = totalsOf(draft.value)
  const series = await seriesOf(tx, draft.value.seriesId)
  if (series === null) {
    const fields = fieldProblems([{ path: 'seriesId', code: 'series_unknown' }, ...unknown], language)
    return {
      totals: presentTotals({ ...draft.value, totals }),
      problems: fields,
      booking: null,
      nextNumber: null,
    }
  }
  const { number: nextNumber } = await nextNumberOf(tx, series, draft.value.invoiceDate)
  if (customer === undefined)
    return { totals: presentTotals({ ...draft.value, totals }), problems: fields, booking: null, nextNumber }
  const invoice = { ...draft.value, totals, state: 'draft', number: null } as const
  const booking = await previewBooking(tx, { invoice, customer })
  const document = { invoice, customer, organization: await findProfile(tx) }
  return {
    totals: presentTotals({ ...draft.value, totals }),
    problems: fields,
    booking: presentBooking(
      booking,
      {
        document,
        problems: [...problemsOf(draft.value, document, rates), ...(await knownToBooks(tx, nextNumber))],
        ...(await oddities(tx, invoice, language)),
      },
      language,
    ),
    nextNumber,
  }
}

type Oddities = { readonly warnings: string[]; readonly distanceSale: string | null }

const nothingOdd: Oddities = { warnings: [], distanceSale: null }

async function oddities(
  tx: Transaction,
  invoice: InvoiceContent & { readonly totals: InvoiceTotals },
  language: Language,
): Promise<Oddities> {
  return {
    warnings: await warningsOf(tx, invoice, language),
    distanceSale: await distanceSalesSentence(tx, invoice, language),
  }
}

/** What keeps the number that is next from being given. */
async function numberProblems(
  tx: Transaction,
  { seriesId, invoiceDate }: InvoiceContent,
): Promise<FieldError[]> {
  const { number } = await nextNumberOf(tx, await findSeries(tx, seriesId), invoiceDate)
  return knownToBooks(tx, number)
}

/** The series a draft names, or the usual one; null when there is no such series. */
async function seriesOf(tx: Transaction, id: string | null): Promise<StoredSeries | null> {
  try {
    return await findSeries(tx, id)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'not_found') return null
    throw error
  }
}

/** What keeps a draft from being made final: of its content, and of setting it. */
function problemsOf(input: DraftInput, document: InvoiceDocument, rates: readonly DatedRate[]): FieldError[] {
  const { customer, organization: sender } = document
  const final = validateFinal(input, { customer, sender }, rates)
  return [...(final.ok ? [] : final.problems.map(fieldError)), ...unprintable(document)]
}

function presentBooking(
  booking: PlannedBooking,
  {
    distanceSale,
    document,
    problems,
    warnings,
  }: Oddities & { readonly document: InvoiceDocument; readonly problems: readonly FieldError[] },
  language: Language,
): z.infer<typeof BookingPreview> {
  const notes = textsIn(language).api.notes
  return {
    connectionState: booking.connection,
    date: booking.date,
    description: booking.description,
    relation: booking.relation,
    debtorsAccount: booking.debtorsAccount,
    totalGross: booking.totalGross,
    lines: booking.lines.map((line) => ({
      account: line.account,
      vatTreatments: [...line.vatTreatments],
      vatRate: line.vatPercentage,
      vatCode: line.vatCode,
      vatReturnBox: line.box,
      net: line.net,
      vat: line.vat,
      gross: line.gross,
    })),
    blockers: [
      ...fieldProblems(problems, language),
      // An invoice without lines is said already, at the lines.
      ...(problems.length > 0 ? [] : booking.blockers).map(({ cause }) => ({
        path: '',
        code: cause,
        message: causeText(causeSentences(cause, language)) ?? cause,
      })),
    ],
    distanceSale,
    warnings,
    notes: [
      ...(booking.hasNothingToBook && problems.length === 0 ? [notes.nothing_to_book] : []),
      ...(booking.descriptionShortened ? [notes.description_shortened] : []),
      ...notesOnParties(document, language),
      ...notesOnEInvoice(document, language),
    ],
  }
}

function presentConverted({ content, before, after }: ReturnType<typeof convertPrices>) {
  const amounts = (allowances: readonly { readonly amount: string | null }[] = []) =>
    allowances.map(({ amount }) => ({ amount }))
  return {
    pricesIncludeVat: content.pricesIncludeVat,
    lines: content.lines.map((line) => ({
      unitPrice: line.unitPrice,
      allowances: amounts(line.allowances),
    })),
    allowances: amounts(content.allowances),
    before: formatAmount(before),
    after: formatAmount(after),
  }
}
