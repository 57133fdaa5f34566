import type { PayableInBooks } from '@stella/database'
import type { SettledAs } from '@stella/invoicing'
import type { BookedKind, BookedMutation } from '../ports/readings.ts'
import { comparable } from './decide-payments.ts'

/** The mutations that settle a document, as one look shows them. */
export type Settling = {
  readonly as: SettledAs
  /** Of the last of them. */
  readonly paidOn: string | null
  /** In their order: '4402, 4433'. */
  readonly mutationNumbers: string | null
}

const moneyKinds: readonly BookedKind[] = ['payment_received', 'payment_sent', 'money_received', 'money_sent']

/** What settled a document: money, or the journal alone, by which it was written off. */
export function settlingOf(payable: PayableInBooks, mutations: readonly BookedMutation[]): Settling {
  const number = comparable(payable.number)
  const settling = mutations
    .filter((mutation) => mutation.number !== payable.mutationNumber && names(mutation, number))
    .filter(({ kind }) => kind === 'journal' || moneyKinds.includes(kind))
    .toSorted((left, right) => left.number - right.number)
  // What is set off against a credit note goes by the journal too, and is not written off.
  const isSetOff = payable.whole.toPay !== payable.gross
  const isWrittenOff = settling.length > 0 && settling.every(({ kind }) => kind === 'journal') && !isSetOff
  return {
    as: isWrittenOff ? 'written_off' : 'paid',
    paidOn:
      settling
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? null,
    mutationNumbers: settling.length === 0 ? null : settling.map(({ number }) => number).join(', '),
  }
}

/** Whether its mutation stands there as it was booked, by its number and amount; people may have made it another. */
export function standsInBooks(payable: PayableInBooks, mutations: readonly BookedMutation[]): boolean {
  const booked = mutations.find(({ number }) => number === payable.mutationNumber)
  return (
    booked?.kind === 'invoice_sent' &&
    comparable(booked.invoiceNumber) === comparable(payable.number) &&
    booked.lines.reduce((sum, { net, vat }) => sum + (net ?? 0n) + (vat ?? 0n), 0n) === payable.gross
  )
}

function names({ invoiceNumber, lines }: BookedMutation, wanted: string): boolean {
  return (
    comparable(invoiceNumber) === wanted || lines.some((line) => comparable(line.invoiceNumber) === wanted)
  )
}
