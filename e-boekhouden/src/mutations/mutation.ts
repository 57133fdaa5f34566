import type { FieldChecks } from '../checks/check-fields.ts'
import { asAmount } from '../values/decimal.ts'
import type { DecimalString, PlainDate } from '../values/values.ts'
import type { Read, Wire } from '../wire/types.ts'
import type { cMutatie, cMutatieList, enMutatieSoorten } from './wire.ts'

/** The kinds of mutation (Soort). `openingBalance` is read, never added. */
export type MutationKind =
  | 'openingBalance'
  | 'invoiceReceived'
  | 'invoiceSent'
  | 'invoicePaymentReceived'
  | 'invoicePaymentSent'
  | 'moneyReceived'
  | 'moneySent'
  | 'journal'

/** A line of a mutation. Amounts are euros. */
export type MutationLine = {
  /** The amount as it was entered: including VAT if the mutation's amounts do, else excluding. */
  amountEntered: DecimalString
  amountExcl: DecimalString
  amountVat: DecimalString
  amountIncl: DecimalString
  /** The service's own VAT code, such as `HOOG_VERK_21`. At most 12 characters. */
  vatCode: string
  /** `21`, not `0.21`. */
  vatPercentage: DecimalString
  /** Code of the counter account (Tegenrekening), such as `8000`. At most 10 characters. */
  ledgerAccount: string
  /** 0 for none. */
  costCenterId: number
  /** The invoice that a line of a payment settles; empty for other kinds. */
  invoiceNumber: string
}

/** A mutation (mutatie) as it stands in the books. What the service left out is empty or 0. */
export type Mutation = {
  number: number
  /** `unknown` for a kind that this version does not know. */
  kind: MutationKind | 'unknown'
  date: PlainDate
  /** Code of the account (Rekening): for a sales invoice the debtors account, such as `1300`. */
  account: string
  relationCode: string
  invoiceNumber: string
  /** Free reference (Boekstuk). */
  document: string
  description: string
  /** Days, as text: `14`. */
  paymentTermDays: string
  /** Whether the entered amounts include VAT (InExBTW is `IN`). */
  amountsIncludeVat: boolean
  lines: readonly MutationLine[]
}

/** A line to be booked. */
export type NewMutationLine = Omit<MutationLine, 'costCenterId' | 'invoiceNumber'> & {
  costCenterId?: number | undefined
}

/**
 * A mutation to be booked. The service draws the number itself. It can neither change nor delete a mutation
 * afterwards: a credit is another mutation with negative amounts and an invoice number of its own.
 */
export type NewMutation = {
  kind: Exclude<MutationKind, 'openingBalance'>
  /** From 1980-01-01 to 2049-12-31. */
  date: PlainDate
  /** At most 10 characters. */
  account: string
  /** At most 15 characters; required for invoices. */
  relationCode?: string | undefined
  /** At most 50 characters; required for invoices, and for payments to name the invoice. */
  invoiceNumber?: string | undefined
  /** At most 50 characters. */
  document?: string | undefined
  /** 1 to 200 characters. */
  description: string
  /** Days, as text of 1 to 4 digits; required for invoices. */
  paymentTermDays?: string | undefined
  /** At most 50 characters. */
  paymentReference?: string | undefined
  amountsIncludeVat: boolean
  /** 1 to 100 lines. */
  lines: readonly NewMutationLine[]
}

/**
 * All given conditions hold at once, bounds included. The service returns the last 500 that match, and allows
 * 5,000 of these calls a month for an administration (manual 5.5).
 */
export type MutationFilter = {
  number?: number | undefined
  numberFrom?: number | undefined
  numberTo?: number | undefined
  invoiceNumber?: string | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}

type Soort = Wire<typeof enMutatieSoorten>

/** The service's words for the kinds that can be booked. */
const bookableKinds: Readonly<Record<NewMutation['kind'], Soort>> = {
  invoiceReceived: 'FactuurOntvangen',
  invoiceSent: 'FactuurVerstuurd',
  invoicePaymentReceived: 'FactuurbetalingOntvangen',
  invoicePaymentSent: 'FactuurbetalingVerstuurd',
  moneyReceived: 'GeldOntvangen',
  moneySent: 'GeldUitgegeven',
  journal: 'Memoriaal',
}

const kindsOfSoort: ReadonlyMap<string, MutationKind> = new Map<string, MutationKind>([
  ['OpeningsSaldo', 'openingBalance'],
  ...Object.entries(bookableKinds).map(([kind, soort]): [string, MutationKind] => [
    soort,
    kind as MutationKind,
  ]),
])

/** A mutation in the service's own names. Lengths: manual 5.5, AddMutatie. */
export function mutationToWire(check: FieldChecks, mutation: NewMutation): Wire<typeof cMutatie> {
  const lines = check.records('lines', mutation.lines, { min: 1, max: 100 })
  const isInvoice = mutation.kind === 'invoiceSent' || mutation.kind === 'invoiceReceived'
  return {
    MutatieNr: 0,
    Soort: check.choice('kind', mutation.kind, bookableKinds),
    Datum: check.date('date', mutation.date),
    Rekening: check.text('account', mutation.account, { max: 10, required: true }),
    RelatieCode: check.text('relationCode', mutation.relationCode, { max: 15, required: isInvoice }),
    Factuurnummer: check.text('invoiceNumber', mutation.invoiceNumber, { max: 50, required: isInvoice }),
    Boekstuk: check.text('document', mutation.document, { max: 50 }),
    Omschrijving: check.text('description', mutation.description, { max: 200, required: true }),
    Betalingstermijn: check.text('paymentTermDays', mutation.paymentTermDays, {
      max: 4,
      required: isInvoice,
    }),
    Betalingskenmerk: check.text('paymentReference', mutation.paymentReference, { max: 50 }),
    InExBTW: check.flag('amountsIncludeVat', mutation.amountsIncludeVat) ? 'IN' : 'EX',
    MutatieRegels: lines.map((line, index) => ({
      BedragInvoer: check.decimal(`lines.${index}.amountEntered`, line.amountEntered),
      BedragExclBTW: check.decimal(`lines.${index}.amountExcl`, line.amountExcl),
      BedragBTW: check.decimal(`lines.${index}.amountVat`, line.amountVat),
      BedragInclBTW: check.decimal(`lines.${index}.amountIncl`, line.amountIncl),
      BTWCode: check.text(`lines.${index}.vatCode`, line.vatCode, { max: 12, required: true }),
      BTWPercentage: check.decimal(`lines.${index}.vatPercentage`, line.vatPercentage),
      TegenrekeningCode: check.text(`lines.${index}.ledgerAccount`, line.ledgerAccount, {
        max: 10,
        required: true,
      }),
      KostenplaatsID: check.wholeNumber(`lines.${index}.costCenterId`, line.costCenterId),
    })),
  }
}

/** A mutation as the service lists it, in our names. */
export function mutationFromWire(mutation: Read<typeof cMutatieList>): Mutation {
  return {
    number: mutation.MutatieNr,
    kind: kindsOfSoort.get(mutation.Soort) ?? 'unknown',
    date: mutation.Datum,
    account: mutation.Rekening,
    relationCode: mutation.RelatieCode,
    invoiceNumber: mutation.Factuurnummer,
    document: mutation.Boekstuk,
    description: mutation.Omschrijving,
    paymentTermDays: mutation.Betalingstermijn,
    amountsIncludeVat: mutation.InExBTW.trim().toUpperCase() === 'IN',
    lines: mutation.MutatieRegels.map((line) => ({
      amountEntered: asAmount(line.BedragInvoer),
      amountExcl: asAmount(line.BedragExclBTW),
      amountVat: asAmount(line.BedragBTW),
      amountIncl: asAmount(line.BedragInclBTW),
      vatCode: line.BTWCode,
      vatPercentage: line.BTWPercentage,
      ledgerAccount: line.TegenrekeningCode,
      costCenterId: line.KostenplaatsID,
      invoiceNumber: line.Factuurnummer,
    })),
  }
}
