import type * as dutch from '../nl/screens-overview.ts'

export const overview = {
  title: 'Overview',
  newInvoice: 'New invoice',
  booksQuestion: 'Are my books up to date?',
  booksYes: 'Yes',
  booksExcept: (count) => (count === 1 ? 'Yes, all but 1 invoice' : `Yes, all but ${count} invoices`),
  booksNo: 'No, not yet',
  booksMissing: (count) => `No, ${count} invoices not yet`,
  booksNotConnected: 'Not connected yet',
  booksDisconnected: 'No longer connected',
  booksNothing: 'Nothing to book yet',
  booksPaused: 'The link waits for you',
  booksPausedAlone: 'The link is waiting',
  booksCount: (done, total) => {
    if (total === 1) return `Your invoice is ${done === 1 ? '' : 'not yet '}in e-Boekhouden.nl.`
    if (done === 0) return `None of ${total} invoices is in e-Boekhouden.nl yet.`
    return `${done} of ${total} invoices ${done === 1 ? 'is' : 'are'} in e-Boekhouden.nl.`
  },
  booksNothingText: 'You will find your first final invoice here.',
  booksNotConnectedText: 'Connect e-Boekhouden.nl and your invoices go to your books by themselves.',
  countVerified: 'Verified',
  countBooked: 'Booked',
  countAdopted: 'Booked already',
  countWaiting: 'Waiting',
  countWaitingSince: (moment) => `Waiting, since ${moment}`,
  countFailed: 'Failed',
  countNotConnected: 'Not booked',
  lateTitle: (count) =>
    count === 1
      ? '1 invoice waits for longer than a quarter of an hour'
      : `${count} invoices wait for longer than a quarter of an hour`,
  lateText: (number, moment) =>
    `Invoice ${number} waits since ${moment}. Nothing is lost: Stella keeps trying, and books each invoice exactly once.`,
  lateView: (count) => (count === 1 ? 'View the invoice' : `View all ${count} invoices`),
  needsQuestion: 'What needs me?',
  needsNothing: 'Nothing',
  needsNothingText: 'Stella carries on by itself. It says so here as soon as you have to do something.',
  needsCount: (count) => (count === 1 ? '1 thing' : `${count} things`),
  needsSolve: 'Solve',
  needsFinish: 'Finish',
  needsConnect: 'Connect',
  needsView: 'View',
  booksName: (name) => `Administration: ${name}`,
  retryTogether: (count: number) => `Offer again (${count})`,
  retryProgress: (known: number, count: number) =>
    `${known} of ${count} known. You may leave this screen; Stella goes on by itself.`,
  retryRefused: 'Offering again did not succeed. Try again in a moment.',
  retriedAll: (count: number) =>
    count === 1 ? 'The invoice is in your books.' : `All ${count} invoices are in your books.`,
  retriedPart: (failed: number, count: number) =>
    failed === count
      ? `Offered again and not accepted again. Take away the cause first.`
      : `${count - failed} of ${count} invoices are in your books; ${failed} failed again.`,
  whichInvoices: (count: number) => `Which ${count} invoices`,
  andOthers: (count: number) => `and ${count} more`,
  needsAllBookings: (count) =>
    count === 1 ? 'View the failed invoice' : `View all ${count} failed invoices`,
  needsAllRelations: (count) =>
    count === 1 ? 'View the failed relation' : `View all ${count} failed relations`,
  needsAllMessages: (count: number) => (count === 1 ? 'Bekijk de mail' : `Bekijk alle ${count} mails`),
  needsAllDrafts: (count) => (count === 1 ? 'View the draft' : `View all ${count} drafts`),
  businessQuestion: 'How is my business doing?',
  businessMonth: (amount, month) => `${amount} in ${month}`,
  businessOutstanding: (amount) => `Still to receive ${amount}.`,
  businessInvoices: 'View your invoices',
  businessCount: 'Invoices this month',
  businessVat: 'Of which VAT',
  stepsTitle: 'Four steps to your first booked invoice',
  stepsLead: 'After that every invoice goes by itself.',
  stepsProgress: (done) => `${done} of 4 done`,
  stepCompany: 'Enter your company',
  stepCompanyText:
    'The law wants your address, KvK and VAT number on every invoice; with your IBAN your customer knows where to pay.',
  stepCompanyAction: 'Enter company',
  stepConnect: 'Connect e-Boekhouden.nl',
  stepConnectText: 'You need your user name and two codes.',
  stepConnectAction: 'Connect',
  stepCustomer: 'Add a customer',
  stepCustomerText: 'A company or a private person, with an address.',
  stepCustomerAction: 'New customer',
  stepInvoice: 'Make an invoice final',
  stepInvoiceText: 'It is in your books within minutes.',
  stepInvoiceAction: 'New invoice',
  stepDone: 'Done',
} satisfies typeof dutch.overview

export const activities = {
  title: 'Activity log',
  live: 'Updates by itself',
  offline: 'Connection lost; Stella is trying again',
  search: 'Search the activity log',
  searchPlaceholder: 'Search invoice or customer',
  filters: 'Show in the log',
  all: 'All',
  failed: 'Failed',
  invoices: 'Invoices',
  waiting: 'Waits',
  connection: 'Link',
  imports: 'Imports',
  alsoOthers: (count) => (count === 1 ? 'The same with 1 other' : `The same with ${count} others`),
  relations: 'Relations',
  today: (date) => `Today, ${date}`,
  yesterday: (date) => `Yesterday, ${date}`,
  whatToDo: 'Read what you can do',
  wentOn: 'Read how it went on',
  earlier: 'Show earlier activities',
  empty: 'Here you see for every invoice and every relation whether it was booked in e-Boekhouden.nl.',
  noneFound: 'Nothing found in the log.',
  outcomeSuccess: 'Succeeded',
  outcomeFailure: 'Failed',
  outcomeSuperseded: 'Failed, and went on later',
  outcomeWaiting: 'Waiting',
  outcomeInfo: 'For your information',
  unavailable: 'The log could not be fetched.',
} satisfies typeof dutch.activities
