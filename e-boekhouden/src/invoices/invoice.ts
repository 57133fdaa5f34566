import type { FieldChecks } from '../checks/check-fields.ts'
import { asAmount } from '../values/decimal.ts'
import type { DecimalString, PlainDate } from '../values/values.ts'
import type { Read, Wire } from '../wire/types.ts'
import type { cFactuur, cFactuurList, cFactuurRegel } from './wire.ts'

/** A line of an invoice that the service itself writes. */
export type InvoiceLine = {
  quantity: DecimalString
  /** At most 50 characters: `uur`. */
  unit: string
  /** Article code, at most 50 characters. */
  code: string
  description: string
  /** Euros, excluding VAT. */
  pricePerUnit: DecimalString
  vatCode: string
  /** Code of the revenue account. At most 10 characters. */
  ledgerAccount: string
  /** 0 for none. */
  costCenterId: number
}

/** An invoice (factuur) written in e-Boekhouden.nl itself. Amounts are euros. */
export type Invoice = {
  invoiceNumber: string
  relationCode: string
  date: PlainDate
  paymentTermDays: number
  totalExcl: DecimalString
  totalVat: DecimalString
  totalIncl: DecimalString
  /** What is still to be paid. */
  totalOutstanding: DecimalString
  /** Where the service offers the PDF. Who has this address can read the invoice. */
  pdfUrl: string
  lines: readonly InvoiceLine[]
}

/** How the service is to send the invoice by e-mail. At most 150 characters each but the body. */
export type InvoiceEmail = { subject: string; body: string; fromAddress: string; fromName: string }

/** The mandate by which the service is to collect the invoice. */
export type DirectDebit = {
  iban: string
  /** `once` (E) or `recurring` (D). */
  mandateKind: 'once' | 'recurring'
  mandateId: string
  mandateSignedOn: PlainDate
  firstCollection: boolean
  accountNumber: string
  accountName: string
  city: string
  /** One to three lines. */
  descriptionLines: readonly string[]
}

/** An invoice to be written by e-Boekhouden.nl. For invoices of your own, book a mutation instead. */
export type NewInvoice = {
  /** At most 50 characters; left out, the service draws one. */
  invoiceNumber?: string | undefined
  /** At most 15 characters. */
  relationCode: string
  date: PlainDate
  paymentTermDays: number
  /** Name of the template in e-Boekhouden.nl, at most 50 characters. */
  template: string
  email?: InvoiceEmail | undefined
  directDebit?: DirectDebit | undefined
  /** Given: the invoice is booked too, with this description (at most 200 characters). */
  bookingDescription?: string | undefined
  /** 1 to 100 lines. */
  lines: readonly NewInvoiceLine[]
}

export type NewInvoiceLine = Omit<InvoiceLine, 'costCenterId' | 'unit'> & {
  unit?: string | undefined
  costCenterId?: number | undefined
}

/** All given conditions hold at once, bounds included. */
export type InvoiceFilter = {
  invoiceNumber?: string | undefined
  relationCode?: string | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}

/**
 * An invoice in the service's own names. Lengths: manual 5.5, AddFactuur.
 *
 * @param today stands for the day of a mandate that is not given
 */
export function invoiceToWire(
  check: FieldChecks,
  invoice: NewInvoice,
  today: PlainDate,
): Wire<typeof cFactuur> {
  const lines = check.records('lines', invoice.lines, { min: 1, max: 100 })
  return {
    Factuurnummer: check.text('invoiceNumber', invoice.invoiceNumber, { max: 50 }),
    Relatiecode: check.text('relationCode', invoice.relationCode, { max: 15, required: true }),
    Datum: check.date('date', invoice.date),
    Betalingstermijn: check.wholeNumber('paymentTermDays', invoice.paymentTermDays),
    Factuursjabloon: check.text('template', invoice.template, { max: 50, required: true }),
    ...emailToWire(check, invoice.email),
    ...directDebitToWire(check, invoice.directDebit, today),
    InBoekhoudingPlaatsen: invoice.bookingDescription !== undefined,
    BoekhoudmutatieOmschrijving: check.text('bookingDescription', invoice.bookingDescription, {
      max: 200,
      required: invoice.bookingDescription !== undefined,
    }),
    Regels: lines.map((line, index) => lineToWire(check, line, `lines.${index}`)),
  }
}

function emailToWire(check: FieldChecks, email: InvoiceEmail | undefined) {
  const required = email !== undefined
  if (required) check.record('email', email)
  return {
    PerEmailVerzenden: required,
    EmailOnderwerp: check.text('email.subject', email?.subject, { max: 150, required }),
    EmailBericht: check.text('email.body', email?.body, { required }),
    EmailVanAdres: check.text('email.fromAddress', email?.fromAddress, { max: 150, required }),
    EmailVanNaam: check.text('email.fromName', email?.fromName, { max: 150 }),
  }
}

const mandateKinds = { once: 'E', recurring: 'D' } as const

function directDebitToWire(check: FieldChecks, debit: DirectDebit | undefined, today: PlainDate) {
  const required = debit !== undefined
  if (required) check.record('directDebit', debit)
  const descriptions = check.entries('directDebit.descriptionLines', debit?.descriptionLines ?? [], {
    min: required ? 1 : 0,
    max: 3,
  })
  const text = (field: keyof DirectDebit) =>
    check.text(`directDebit.${field}`, debit?.[field], { max: 50, required })
  const description = (index: number) =>
    check.text(`directDebit.descriptionLines.${index}`, descriptions[index], {
      max: 50,
      required: required && index === 0,
    })
  return {
    AutomatischeIncasso: required,
    IncassoIBAN: text('iban'),
    IncassoMachtigingSoort: debit
      ? check.choice('directDebit.mandateKind', debit.mandateKind, mandateKinds)
      : '',
    IncassoMachtigingID: text('mandateId'),
    IncassoMachtigingDatumOndertekening: check.date(
      'directDebit.mandateSignedOn',
      debit?.mandateSignedOn ?? today,
    ),
    IncassoMachtigingFirst: check.flag('directDebit.firstCollection', debit?.firstCollection ?? false),
    IncassoRekeningNummer: text('accountNumber'),
    IncassoTnv: text('accountName'),
    IncassoPlaats: text('city'),
    IncassoOmschrijvingRegel1: description(0),
    IncassoOmschrijvingRegel2: description(1),
    IncassoOmschrijvingRegel3: description(2),
  }
}

function lineToWire(check: FieldChecks, line: NewInvoiceLine, at: string): Wire<typeof cFactuurRegel> {
  return {
    Aantal: check.decimal(`${at}.quantity`, line.quantity),
    Eenheid: check.text(`${at}.unit`, line.unit, { max: 50 }),
    Code: check.text(`${at}.code`, line.code, { max: 50, required: true }),
    Omschrijving: check.text(`${at}.description`, line.description, { required: true }),
    PrijsPerEenheid: check.decimal(`${at}.pricePerUnit`, line.pricePerUnit),
    BTWCode: check.text(`${at}.vatCode`, line.vatCode, { max: 12, required: true }),
    TegenrekeningCode: check.text(`${at}.ledgerAccount`, line.ledgerAccount, { max: 10, required: true }),
    KostenplaatsID: check.wholeNumber(`${at}.costCenterId`, line.costCenterId),
  }
}

/** An invoice as the service lists it, in our names. */
export function invoiceFromWire(invoice: Read<typeof cFactuurList>): Invoice {
  return {
    invoiceNumber: invoice.Factuurnummer,
    relationCode: invoice.Relatiecode,
    date: invoice.Datum,
    paymentTermDays: invoice.Betalingstermijn,
    totalExcl: asAmount(invoice.TotaalExclBTW),
    totalVat: asAmount(invoice.TotaalBTW),
    totalIncl: asAmount(invoice.TotaalInclBTW),
    totalOutstanding: asAmount(invoice.TotaalOpenstaand),
    pdfUrl: invoice.URLPDFBestand,
    lines: invoice.Regels.map((line) => ({
      quantity: line.Aantal,
      unit: line.Eenheid,
      code: line.Code,
      description: line.Omschrijving,
      pricePerUnit: asAmount(line.PrijsPerEenheid),
      vatCode: line.BTWCode,
      ledgerAccount: line.TegenrekeningCode,
      costCenterId: line.KostenplaatsID,
    })),
  }
}
