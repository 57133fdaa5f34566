import type * as dutch from '../nl/screens-selection.ts'

export const selection = {
  choose: 'Choose',
  all: 'Choose all',
  chooseWhole: (most) => `Choose what stands further down too (up to ${most})`,
  chooseAll: 'Choose all invoices listed here',
  withChosen: 'With the chosen invoices',
  chosen: (count) => `${count} chosen`,
  chosenTotal: (amount) => `together ${amount}`,
  clearChosen: 'Clear choice',
  mailChosen: (count) => `Mail (${count})`,
  mailTitle: (count) => (count === 1 ? 'Mail 1 invoice?' : `Mail ${count} invoices?`),
  mailText: 'Each customer gets its invoice, with the text and the attachments that are usual for it.',
  mailedBefore: 'was mailed before',
  retryChosen: (count) => `Offer again (${count})`,
  zipChosen: 'PDF and UBL (zip)',
  printChosen: 'One PDF to print',
  chosenProgress: {
    mail: (done, count) => `${done} of ${count} mailed`,
    retry: (done, count) => `${done} of ${count} offered`,
    print: (_done, count) => `A PDF with ${count} invoices is being made`,
    zip: (_done, count) => `A file with ${count} invoices is being made`,
  },
  chosenDone: {
    mail: (count) => (count === 1 ? '1 invoice is being mailed' : `${count} invoices are being mailed`),
    retry: (count) => (count === 1 ? '1 invoice offered again' : `${count} invoices offered again`),
    print: (count) => (count === 0 ? 'The PDF was not made' : 'The PDF is among your downloads'),
    zip: (count) => (count === 0 ? 'The file was not made' : 'The file is among your downloads'),
  },
  notDone: 'This did not work. Try again in a moment.',
} satisfies typeof dutch.selection
