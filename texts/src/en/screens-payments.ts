import type * as dutch from '../nl/screens-payments.ts'

export const payments: typeof dutch.payments = {
  title: 'Payment',
  column: 'Payment',
  outstanding: 'Still open',
  overpaid: 'Paid too much',
  paidOn: 'Paid on',
  settledOn: 'Written off on',
  mutations: 'Mutation',
  knownSince: 'Known since',
  due: 'Due',
  inInvoice: 'Belongs to the invoice that it takes something back of.',
  readAt: (moment: string) => `Stella reads payments from e-Boekhouden.nl, last ${moment}.`,
  notRead: 'Stella reads payments from e-Boekhouden.nl, three times a day.',
  notInBooks: 'This invoice stands in no books that are linked. Whether it is paid is for you to say.',
  saidBy: (name: string) => `Told by ${name}.`,
  stray: (amount: string, number: string, date: string) =>
    `${amount} of this customer, of ${date}, stands in your books under number ${number}, which is no invoice. Move the payment to the right number in e-Boekhouden.nl; Stella then sees it by itself.`,
  readNow: 'Update now',
  reading: 'Stella is reading the payments; this page updates by itself.',
  notReading: 'That does not work now.',
  markPaid: 'Mark as paid',
  markPaidTitle: (number: string) => `Invoice ${number} is paid`,
  markPaidText: 'In cash, or on an account that is not in your books.',
  paidDay: 'Paid on',
  marked: 'The invoice is marked as paid.',
  notMarked: 'This was not saved.',
  undone: 'The invoice is open again.',
  undo: 'Not paid after all',
  overdueCount: (count: number, amount: string) =>
    count === 1 ? `1 invoice is overdue: ${amount}.` : `${count} invoices are overdue: ${amount}.`,
}
