import { paymentStates, settledAs } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, IdParams, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Payments', 'organization')

export const PaymentState = z.enum(paymentStates).meta({
  id: 'PaymentState',
  description:
    'With the credit notes of the invoice taken off. `part_paid`: a part came in. `overdue`: not settled after its last ' +
    'day, whatever part came in. `written_off`: the rest was written off in the books. `credited`: taken back whole.',
})

const SettledAs = z.enum(settledAs).meta({
  id: 'SettledAs',
  description: 'How what was open came to its end: by money, or by the journal alone.',
})

export const Payment = z
  .object({
    state: PaymentState.nullable().describe('Null of a credit note: it is part of its invoice.'),
    outstanding: Amount.describe(
      'What is open of it and its credit notes together; negative where more was paid.',
    ),
    settledAs: SettledAs.nullable().describe('Null while something is open.'),
    paidOn: Day.nullable().describe('Of the last mutation that settled it, where that is known.'),
    mutationNumbers: z
      .string()
      .nullable()
      .describe('Of the mutations in e-Boekhouden.nl that settled it, as in `4402, 4433`.'),
    knownAt: Instant.nullable().describe('Since when it is known.'),
    saidBy: z.string().nullable().describe('Who said that it was paid; null where the books say it.'),
    readAt: Instant.nullable().describe(
      'When the open items of the books it stands in were last read; null where they were not.',
    ),
    isRead: z.boolean().describe('Whether the books say it; else a person may.'),
    strays: z
      .array(z.object({ invoiceNumber: z.string(), date: Day, amount: Amount }))
      .describe('Money of this customer in the books under numbers that nobody invoiced.'),
  })
  .meta({ id: 'Payment', description: 'How the payment of a final invoice stands.' })

export const getPayment = read({
  id: 'getPayment',
  summary: 'How the payment of an invoice stands',
  description:
    'What the open items of e-Boekhouden.nl say of it, read three times a day, or what a person said where no books are ' +
    'linked. Only of a final invoice.',
  problems: ['not_final'],
  response: { 200: Payment },
  params: IdParams,
})

export const sayPaid = write({
  id: 'sayPaid',
  summary: 'Say that an invoice is paid',
  description:
    'In cash, or on an account that is in no books. Only where the invoice stands in no linked books: there these say it.',
  problems: ['not_final', 'payments_from_books', 'invalid_fields'],
  response: { 200: Payment },
  params: IdParams,
  body: z
    .strictObject({ paidOn: z.string().max(40).describe('YYYY-MM-DD.') })
    .meta({ id: 'PaymentSaid', description: 'That an invoice was paid, and when.' }),
})

export const unsayPaid = write({
  id: 'unsayPaid',
  summary: 'Take back that an invoice is paid',
  description: 'Only what a person said; what the books say stays.',
  problems: ['not_final', 'payments_from_books'],
  response: { 200: Payment },
  params: IdParams,
})

export const readPayments = write({
  id: 'readPayments',
  summary: 'Have the payments read now',
  description:
    'The open items of the linked books are read by a worker, in one call; within a minute of the last time nothing is ' +
    'asked anew.',
  problems: ['not_connected'],
  response: { 202: z.undefined().describe('It will be done.') },
})
