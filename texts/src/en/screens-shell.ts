import type * as dutch from '../nl/screens-shell.ts'

export const shell = {
  toContent: 'To the content',
  home: 'Stella, to Overview',
  places: 'Main menu',
  placesBelow: 'Menu below',
  overview: 'Overview',
  invoices: 'Invoices',
  customers: 'Customers',
  products: 'Products',
  preferences: 'Preferences',
  support: 'Support',
  add: 'New',
  menuOf: (organization) => `Menu of ${organization}`,
  linkedTo: (books) => `Books into: ${books}`,
  signedInAs: (name) => `Signed in as ${name}`,
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'Same as your device',
  language: 'Language',
  dutch: 'Nederlands',
  english: 'English',
  signOut: 'Sign out',
  shortcuts: 'Shortcut keys / and n',
} satisfies typeof dutch.shell

export const books = {
  inOrder: 'Books are up to date',
  notConnected: 'Not connected',
  paused: 'The link waits for you',
  pausedAlone: 'The link is waiting',
  waiting: (count) => (count === 1 ? '1 invoice is waiting' : `${count} invoices are waiting`),
  waitingShort: (count) => `${count} waiting`,
  leftOut: (count) => (count === 1 ? '1 invoice was not booked' : `${count} invoices were not booked`),
  leftOutShort: (count) => `${count} not booked`,
  failed: (count) => (count === 1 ? '1 invoice failed' : `${count} invoices failed`),
  failedShort: (count) => `${count} failed`,
} satisfies typeof dutch.books

export const status = {
  draft: 'Draft',
  waiting: 'Waiting',
  booked: 'Booked',
  verified: 'Verified',
  failed: 'Failed',
  notConnected: 'Not booked',
  nothingToBook: 'Nothing to book',
  open: 'Open',
  partPaid: 'Partly paid',
  overdue: 'Overdue',
  paid: 'Paid',
  overpaid: 'Overpaid',
  writtenOff: 'Written off',
  credited: 'Credited',
  linked: 'Connected',
} satisfies typeof dutch.status

export const common = {
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved',
  savedAt: (time) => `Saved at ${time}`,
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  export: 'Export',
  copy: 'Copy',
  copied: 'Copied',
  show: 'Show',
  remove: 'Remove',
  undo: 'Undo',
  loading: 'Loading',
  none: 'none',
  optional: 'may stay empty',
  clearSearch: 'Clear search and filter',
  showMore: 'Show more',
  nothingStored: 'Nothing has been saved.',
  restored: 'Your work from just now was put back; it is not saved yet.',
  restoredOutdated: 'It was changed somewhere else meanwhile. If you save, your version takes its place.',
  startOver: 'Throw away and start over',
  showSaved: 'Throw away and show what is saved',
  checkFields: 'Look at the fields marked in red.',
} satisfies typeof dutch.common

export const mending = {
  customer: 'Open the customer',
  field: (field) => `Go to “${field}” of the customer`,
  codes: 'Enter the codes again',
  connection: 'Go to the link',
  invoice: 'Open the invoice',
  support: 'support of Stella',
} satisfies typeof dutch.mending

export const retry = {
  running: 'Stella offers it again',
  failedAgain: (time) => `Offered again at ${time}, and it failed again.`,
  refused: 'Offering again did not work',
} satisfies typeof dutch.retry

export const failures = {
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address is wrong, or what stood here is not part of your administration.',
  toOverview: 'To Overview',
  brokenTitle: 'This screen could not be shown',
  brokenText: 'Your data is safe. Load the page again.',
  brokenAdvice: 'If that does not help, ask the support of Stella.',
  reload: 'Load again',
  unreachableTitle: 'Stella cannot be reached right now',
  unreachableText: 'Check your connection. What you typed stays.',
  unreachable: 'Stella cannot be reached right now. Check your connection and try again.',
  unexpected: 'Something went wrong at Stella. Try again in a minute.',
} satisfies typeof dutch.failures
