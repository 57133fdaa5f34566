import fc from 'fast-check'
import type { InvoiceFilter, NewInvoice, NewInvoiceLine } from '../invoices/invoice.ts'
import type { NewLedgerAccount } from '../ledger-accounts/ledger-account.ts'
import type { MutationFilter, NewMutation, NewMutationLine } from '../mutations/mutation.ts'
import type { NewRelation, Relation } from '../relations/relation.ts'
import { isXmlText } from '../xml/escape.ts'

/** A text of any characters that XML can carry, at most `max` UTF-16 units long. */
export function text(max: number, min = 0): fc.Arbitrary<string> {
  const any = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...awkward),
  )
  return any
    .filter(isXmlText)
    .map((value) => cut(value, max))
    .filter((value) => value.trim().length >= min && isXmlText(value))
}

const awkward = ['<&>"\'', ']]>', '€ 1.234,56', 'a\r\nb', ' ', 'é😀', '<!DOCTYPE a>', 'x'.repeat(300)]

function cut(value: string, max: number): string {
  return value.slice(0, max).toWellFormed().replaceAll('\ufffd', '?')
}

const plainDate = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const amount = fc
  .tuple(fc.boolean(), fc.nat(10 ** 9), fc.nat(99), fc.boolean())
  .map(([minus, euros, cents, short]) => {
    const written = short ? `${euros}` : `${euros}.${String(cents).padStart(2, '0')}`
    return minus ? `-${written}` : written
  })

const wholeNumber = fc.oneof(fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER))

/** Left out, or given as nothing, or given. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined })
}

const mutationLine: fc.Arbitrary<NewMutationLine> = fc.record({
  amountEntered: amount,
  amountExcl: amount,
  amountVat: amount,
  amountIncl: amount,
  vatCode: text(12, 1),
  vatPercentage: amount,
  ledgerAccount: text(10, 1),
  costCenterId: maybe(wholeNumber),
})

export const newMutation: fc.Arbitrary<NewMutation> = fc.record({
  kind: fc.constantFrom(
    'invoiceReceived',
    'invoiceSent',
    'invoicePaymentReceived',
    'invoicePaymentSent',
    'moneyReceived',
    'moneySent',
    'journal',
  ),
  date: plainDate,
  account: text(10, 1),
  relationCode: text(15, 1),
  invoiceNumber: text(50, 1),
  document: maybe(text(50)),
  description: text(200, 1),
  paymentTermDays: text(4, 1),
  paymentReference: maybe(text(50)),
  amountsIncludeVat: fc.boolean(),
  lines: fc.array(mutationLine, { minLength: 1, maxLength: 4 }),
})

export const mutationFilter: fc.Arbitrary<MutationFilter> = fc.record({
  number: maybe(wholeNumber),
  numberFrom: maybe(wholeNumber),
  numberTo: maybe(wholeNumber),
  invoiceNumber: maybe(text(50)),
  dateFrom: maybe(plainDate),
  dateTo: maybe(plainDate),
})

export const relation: fc.Arbitrary<Relation> = fc.record({
  id: wholeNumber.filter((id) => id > 0),
  addedOn: fc.oneof(plainDate, fc.constant('')),
  code: text(15, 1),
  kind: fc.constantFrom('company', 'person'),
  name: text(100, 1),
  contactPerson: text(50),
  gender: fc.constantFrom('m', 'v', ''),
  address: text(150),
  postalCode: text(50),
  city: text(50),
  country: text(50),
  address2: text(150),
  postalCode2: text(50),
  city2: text(50),
  country2: text(50),
  phone: text(50),
  mobile: text(50),
  fax: text(50),
  email: text(150),
  website: text(50),
  note: text(400),
  bankAccount: text(50),
  giroAccount: text(50),
  vatNumber: text(50),
  kvkNumber: text(50),
  salutation: text(50),
  iban: text(50),
  bic: text(50),
  freeFields: fc.array(text(100), { maxLength: 10 }),
  member: fc.boolean(),
  ledgerAccountId: wholeNumber,
  noEmail: fc.boolean(),
  newsletterGroupCount: wholeNumber,
})

/** Any selection of the fields that may be left out. */
export const newRelation: fc.Arbitrary<NewRelation> = fc
  .tuple(relation, fc.func(fc.boolean()))
  .map(([{ id: _, code, name, kind, ...others }, keep]) => ({
    code,
    name,
    kind,
    ...Object.fromEntries(Object.entries(others).filter(([field]) => keep(field))),
  }))

export const newLedgerAccount: fc.Arbitrary<NewLedgerAccount> = fc.record({
  code: text(10, 1),
  description: text(50, 1),
  category: fc.constantFrom('BAL', 'VW'),
  group: maybe(text(50)),
})

const invoiceLine: fc.Arbitrary<NewInvoiceLine> = fc.record({
  quantity: amount,
  unit: maybe(text(50)),
  code: text(50, 1),
  description: text(300, 1),
  pricePerUnit: amount,
  vatCode: text(12, 1),
  ledgerAccount: text(10, 1),
  costCenterId: maybe(wholeNumber),
})

export const newInvoice: fc.Arbitrary<NewInvoice> = fc.record({
  invoiceNumber: maybe(text(50)),
  relationCode: text(15, 1),
  date: plainDate,
  paymentTermDays: fc.nat(9999),
  template: text(50, 1),
  email: maybe(
    fc.record({ subject: text(150, 1), body: text(400, 1), fromAddress: text(150, 1), fromName: text(150) }),
  ),
  directDebit: maybe(
    fc.record({
      iban: text(50, 1),
      mandateKind: fc.constantFrom('once' as const, 'recurring' as const),
      mandateId: text(50, 1),
      mandateSignedOn: plainDate,
      firstCollection: fc.boolean(),
      accountNumber: text(50, 1),
      accountName: text(50, 1),
      city: text(50, 1),
      descriptionLines: fc.array(text(50, 1), { minLength: 1, maxLength: 3 }),
    }),
  ),
  bookingDescription: maybe(text(200, 1)),
  lines: fc.array(invoiceLine, { minLength: 1, maxLength: 4 }),
})

export const invoiceFilter: fc.Arbitrary<InvoiceFilter> = fc.record({
  invoiceNumber: maybe(text(50)),
  relationCode: maybe(text(15)),
  dateFrom: maybe(plainDate),
  dateTo: maybe(plainDate),
})

export const otherFilter = fc.record({
  id: maybe(wholeNumber),
  parentId: maybe(wholeNumber),
  costCenterId: maybe(wholeNumber),
  code: maybe(text(10)),
  category: maybe(text(10)),
  keyword: maybe(text(100)),
  description: maybe(text(100)),
  groupCode: maybe(text(20)),
  groupDescription: maybe(text(50)),
  dateFrom: maybe(plainDate),
  dateTo: maybe(plainDate),
})
