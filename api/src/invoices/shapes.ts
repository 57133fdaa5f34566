import { invoiceStates, lineKinds, offeredVatTreatments, units } from '@stella/invoicing'
import { z } from 'zod'
import { BookingPreview, BooksState, BooksStatus } from '../bookings/contract.ts'
import { MailState } from '../messages/contract.ts'
import { Amount, Day, Id, Instant, text } from '../openapi/values.ts'
import { PaymentState } from '../payments/contract.ts'

import { DocumentAllowance, LineAllowance, ShownAllowance } from './allowance-shapes.ts'

// The shapes of invoices; the operations stand in contract.ts.

const Quantity = z
  .string()
  .max(40)
  .describe('A decimal with a point and at most four decimals, as in `1.5`; negative for a return.')
const UnitPrice = z
  .string()
  .max(40)
  .describe('Euros per unit, at most four decimals; with or without VAT as `pricesIncludeVat` says.')

const InvoiceLineContent = z
  .strictObject({
    kind: z
      .enum(lineKinds)
      .default('item')
      .describe('A `text` stands between the lines; it has a description and nothing else.'),
    productId: z
      .uuid()
      .nullable()
      .default(null)
      .describe(
        'The product it began with: its own ledger account, if it has one, is the one it is booked on.',
      ),
    description: text(5000),
    quantity: Quantity.nullable().default(null),
    unit: z
      .enum(units)
      .nullable()
      .default(null)
      .describe('What the quantity counts, as the e-invoice and the paper say it; null for ones.'),
    unitPrice: UnitPrice.nullable().default(null),
    vatTreatment: z
      .string()
      .max(40)
      .nullable()
      .default(null)
      .describe(`How it is taxed, as \`VatTreatment\` explains: ${offeredVatTreatments.join(', ')}.`),
    vatRate: z
      .string()
      .max(40)
      .nullable()
      .default(null)
      .describe('Percentage, as in `5.5`. Only needed with `other_rate`; the others have their own.'),
    allowances: z
      .array(LineAllowance)
      .max(100)
      .default([])
      .describe('Discounts and charges on this line, each of quantity times price; at most ten.'),
  })
  .meta({ id: 'InvoiceLineContent' })

const contentFields = {
  customerId: z.uuid().describe('The customer it is for.'),
  seriesId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('The series of numbers it is numbered in; null for the usual one.'),
  invoiceDate: z.string().max(40).describe('YYYY-MM-DD, from 1980 up to and including 2049.'),
  paymentTermDays: z
    .int()
    .nullable()
    .default(null)
    .describe(
      'Days after the invoice date in which it must be paid; null for what is agreed with the customer, or 30.',
    ),
  description: text(5000)
    .default('')
    .describe('What the invoice is for; it leads the description of the booking.'),
  pricesIncludeVat: z.boolean().default(false).describe('Whether `unitPrice` is with VAT.'),
  supply: z
    .strictObject({
      from: z.string().max(40).describe('YYYY-MM-DD.'),
      until: z.string().max(40).nullable().default(null).describe('Left out where it was one day.'),
    })
    .nullable()
    .default(null)
    .describe(
      'When was supplied; its last day says which rates of VAT count. Null: on the day of the invoice.',
    ),
  buyerReference: text(1000)
    .nullable()
    .default(null)
    .describe('What the customer wants to find on it: a department, a person. At most 100 characters.'),
  orderNumber: text(1000).nullable().default(null).describe('The number of the order of the customer.'),
  projectNumber: text(1000).nullable().default(null),
  closing: text(5000).nullable().default(null).describe('A word at the end, below the lines.'),
  lines: z.array(InvoiceLineContent).max(2000).describe('At most 1,000.'),
  allowances: z
    .array(DocumentAllowance)
    .max(100)
    .default([])
    .describe('Discounts and charges on the whole, each of what the lines come to; at most ten.'),
}

export const InvoiceContent = z.strictObject(contentFields).meta({ id: 'InvoiceContent' })
export const InvoiceChange = z
  .strictObject({ ...contentFields, revision: z.int().min(1).describe('The `revision` that was read.') })
  .meta({ id: 'InvoiceChange' })
export const PreviewPages = z
  .object({
    svg: z.string().describe('The pages, one below the other.'),
    pages: z.int().describe('How many pages it will have.'),
    shown: z.int().describe('How many of them the picture has.'),
  })
  .meta({ id: 'PreviewPages', description: 'An invoice as its customer will see it.' })

export const UnsavedInvoice = z
  .strictObject({ ...contentFields, customerId: z.uuid().nullable().default(null) })
  .meta({ id: 'UnsavedInvoice' })

export const ConvertedPrices = z
  .object({
    pricesIncludeVat: z.boolean().describe('The other manner than was sent.'),
    lines: z.array(
      z.object({
        unitPrice: z.string(),
        allowances: z.array(z.object({ amount: Amount.nullable() })),
      }),
    ),
    allowances: z.array(z.object({ amount: Amount.nullable() })),
    before: Amount.describe('What was to be paid.'),
    after: Amount.describe(
      'What is to be paid now: another amount only where no price of four decimals keeps it.',
    ),
  })
  .meta({ id: 'ConvertedPrices' })

export const Totals = z
  .object({
    net: Amount,
    vat: Amount,
    gross: Amount.describe('What the customer pays.'),
    rounding: Amount.describe(
      'Where prices include VAT: the cents that no net amount reaches, € 10.00 at 21 % being 8.27 + 1.74 − 0.01. ' +
        'They are part of `net`; a document and the books say them by themselves, beside the `taxable` amounts.',
    ),
    taxable: Amount.describe('The sum of the `taxable` amounts, as documents print the total without VAT.'),
    lines: Amount.describe('What the lines come to, with VAT when the prices include it.'),
    allowances: z
      .array(z.object(ShownAllowance))
      .describe('The discounts and charges on the whole, in their order.'),
    perTreatment: z
      .array(
        z.object({
          vatTreatment: z.string(),
          rate: z.string().describe('Percentage, as in `21`.'),
          taxable: Amount.describe(
            'The amount of which `vat` is the rate, as documents print it: to the cent, or the next one on a credit note for a part.',
          ),
          net: Amount,
          vat: Amount,
          gross: Amount,
        }),
      )
      .describe('VAT is computed per rate over the sum of its lines.'),
  })
  .meta({ id: 'Totals' })

/** What a list and the invoice itself say at its head. */
const head = {
  id: Id,
  state: z.enum(invoiceStates),
  number: z.string().nullable().describe('Null while it is a draft.'),
  customerId: Id,
  customerName: z.string(),
  invoiceDate: Day,
  dueDate: Day,
  description: z.string(),
  updatedAt: Instant,
}

const Origin = z
  .string()
  .nullable()
  .describe('The program or file that an old invoice was brought in from; null of those that Stella made.')

export const InvoiceSummary = z
  .object({
    ...head,
    totalNet: Amount,
    totalVat: Amount,
    totalGross: Amount,
    stillToPay: Amount.describe(
      'Less than `totalGross` once part was credited, whatever was paid; zero of a draft, of a credit note, and of an invoice below zero.',
    ),
    pricesIncludeVat: z.boolean(),
    isCreditNote: z.boolean(),
    booksState: BooksState,
    paymentState: PaymentState.nullable().describe('Null of a draft, and of a credit note.'),
    outstanding: Amount.describe(
      'What is open of it with its credit notes; of a credit note, of that alone.',
    ),
    mailState: MailState.nullable().describe('Null of a draft, and of what another program made.'),
    origin: Origin,
    mailedAt: Instant.nullable().describe('When a mail server last took it for the customer.'),
  })
  .meta({ id: 'InvoiceSummary' })

export const Invoice = z
  .object({
    ...head,
    seriesId: Id.nullable().describe('Where its number comes from; null for the usual series, of a draft.'),
    paymentTermDays: z.int(),
    pricesIncludeVat: z.boolean(),
    supply: z.object({ from: Day, until: Day }).nullable(),
    buyerReference: z.string().nullable(),
    orderNumber: z.string().nullable(),
    projectNumber: z.string().nullable(),
    closing: z.string().nullable(),
    lines: z.array(
      z.object({
        kind: z.enum(lineKinds),
        productId: Id.nullable().describe('The product it began with.'),
        description: z.string(),
        quantity: z.string(),
        unit: z.enum(units).nullable(),
        unitPrice: z.string(),
        vatTreatment: z.string(),
        vatRate: z.string().describe('The percentage it is reckoned with.'),
        allowances: z.array(z.object(ShownAllowance)),
        amount: Amount.describe(
          'Quantity times price with its discounts and charges, with VAT when the prices include it.',
        ),
        left: z
          .string()
          .describe('The quantity that is not credited; of a draft or a credit note nothing can be.'),
      }),
    ),
    allowances: z.array(
      z.object({
        ...ShownAllowance,
        vatTreatment: z.string().nullable(),
        vatRate: z.string().nullable(),
      }),
    ),
    totals: Totals,
    revision: z.int().describe('Goes up with every change; hand it back when changing.'),
    createdAt: Instant,
    finalizedAt: Instant.nullable(),
    credits: z
      .object({ id: Id, number: z.string() })
      .nullable()
      .describe('Of a credit note: the invoice it takes back a part of.'),
    creditNotes: z
      .array(z.object({ id: Id, number: z.string(), invoiceDate: Day, gross: Amount }))
      .describe('The credit notes of this invoice, in their order.'),
    leftToCredit: Amount.describe(
      'What remains of the invoice after its credit notes; zero of a draft or credit note.',
    ),
    paid: Amount.describe('What is known to be paid of it with its credit notes; zero of a credit note.'),
    stillToPay: Amount.describe(
      'What the customer still has to pay; zero of a draft, of a credit note, and of an invoice below zero.',
    ),
    origin: Origin,
    books: BooksStatus,
  })
  .meta({ id: 'Invoice' })

export const Preview = z
  .object({
    totals: Totals.nullable().describe('Null when the lines cannot be computed; see `problems`.'),
    problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    booking: BookingPreview.nullable(),
    nextNumber: z
      .string()
      .nullable()
      .describe('The number it would get if it were made final now; another invoice may take it first.'),
  })
  .meta({ id: 'Preview', description: 'What unsaved content of an invoice leads to.' })
