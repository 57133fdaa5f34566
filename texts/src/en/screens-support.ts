import type * as dutch from '../nl/screens-support.ts'

export const askSupport = {
  title: 'Support of Stella',
  lead: 'They can see what the cause is and help to solve it.',
  reachTitle: 'How to reach support',
  reachText: 'Say what it is about, so that they find it at once.',
  write: 'Write an e-mail',
  open: 'Open the page of support',
  whoTitle: 'Ask whoever runs Stella for you',
  whoText:
    'That is who gave you the address of this Stella: somebody in your company, your bookkeeper or a supplier. Their address has not been filled in here yet.',
  tellTitle: 'Tell them',
  tellText: 'With this support finds your administration. You never need to give your codes.',
  organization: 'Administration',
  about: 'About',
  runTitle: 'Do you run this Stella yourself?',
  runAccount:
    'An account of support sees of all administrations what went wrong and why, without codes. You make it in the folder of Stella:',
  runAddress: 'With this setting «support of Stella» becomes a link to your address everywhere:',
} satisfies typeof dutch.askSupport

export const support = {
  title: 'Support',
  openCases: 'Open cases',
  explanation: 'Explanation for support',
  toCase: 'To the case of the customer',
  lead: 'What failed or waits in all administrations.',
  bookings: 'Invoices that failed',
  relations: 'Relations that failed',
  connections: 'Links that wait',
  organization: 'Administration',
  organizationNumber: (number) => `Administration ${number}`,
  withheld: 'to be seen with consent',
  noConsent:
    'You see that it fails and why. Whose it is and what it says you see once the customer gives consent with «Vraag hulp».',
  anInvoice: 'An invoice',
  aRelation: 'A relation',
  invoice: 'Invoice',
  customer: 'Customer',
  cause: 'Cause',
  who: 'Who must act',
  since: 'Since',
  amount: 'Amount',
  waiting: 'Waiting for it',
  waitingInvoices: (count) => (count === 0 ? 'No invoice' : count === 1 ? '1 invoice' : `${count} invoices`),
  paused: 'Paused',
  emptyTitle: 'Nothing has failed',
  emptyText: 'As soon as an invoice, a relation or a link needs somebody, it stands here.',
  unavailable: 'This could not be fetched.',
  bookingTitle: (number, organization) =>
    `${number === null ? 'An invoice' : `Invoice ${number}`} of ${organization}`,
  failedTitle: (number) => `${number === null ? 'The invoice' : `Invoice ${number}`} is not in the books`,
  doubtTitle: (number) =>
    `${number === null ? 'The invoice' : `Invoice ${number}`} is not right in the books`,
  relationTitle: (customer, organization) =>
    `${customer === null ? 'A relation' : `Relation ${customer}`} of ${organization}`,
  relationFailedTitle: (customer) =>
    `${customer === null ? 'The relation' : `Relation ${customer}`} is not in the books`,
  relationDoubtTitle: (customer) =>
    `${customer === null ? 'The relation' : `Relation ${customer}`} is not right in the books`,
  relationRetryNote:
    'Offering it again helps only once the cause is gone. Invoices that wait for the relation go along by themselves.',
  exchanges: 'What was exchanged with e-Boekhouden.nl',
  exchangesLead: 'Without codes and without the session.',
  exchangesEmpty: 'Nothing has been sent yet.',
  sent: 'Sent',
  received: 'Received',
  noAnswer: 'No answer came.',
  leftOut: 'left out',
  emptyFields: (count) => (count === 1 ? '1 empty field' : `${count} empty fields`),
  retry: 'Offer again',
  copyAddress: 'Copy the address for the user',
  timeline: 'What happened so far',
  attempts: 'Attempts',
  relation: 'Relation',
  connection: 'Link',
  administration: 'Books into',
  booksInto: (books) => `Books into ${books}`,
  relationCode: 'Relation code',
  actors: {
    nobody: 'Nobody has to do anything',
    owner: 'The user',
    bookkeeper: 'The user or the bookkeeper',
    support: 'Support',
  },
  notFoundTitle: 'This booking does not exist',
  relationNotFoundTitle: 'This relation does not exist',
} satisfies typeof dutch.support
