import type { mapping as dutch } from '../nl/screens-mapping.ts'

/** “Preferences” › “Accounts”: on which accounts Stella books. */
export const mapping: typeof dutch = {
  title: 'Accounts',
  lead: 'On which accounts of your books Stella books sales. If you choose nothing, these are 1300 and 8000.',
  ofBooks: (books) => `This choice belongs to the administration ${books}.`,
  notLinked: 'No books are linked.',
  notLinkedText: 'With a link you choose here from the accounts of your own books.',
  connect: 'Link',
  unavailable: 'The accounts could not be fetched.',
  asksDebtors: (count) => `Your books have ${count} debtors accounts.`,
  asksDebtorsText:
    'Choose on which one Stella books. As long as you choose nothing it is 1300. Stella asks this once.',
  unfit: 'An account that was chosen cannot be booked on any more.',
  waiting: (count) =>
    count === 1
      ? '1 invoice waits for an account that is not there.'
      : `${count} invoices wait for an account that is not there.`,
  waitingText:
    'Choose another account below, or put it right in e-Boekhouden.nl and read the list anew. Stella then books them by itself.',
  everything: 'All sales',
  debtors: 'Debtors account',
  debtorsHelp: 'What customers owe you stands on it.',
  revenue: 'Revenue account',
  revenueHelp: 'For everything that has no account of its own below or with its product.',
  account: (code, name) => (name === '' ? code : `${code} ${name}`),
  gone: (code) => `${code} (does not exist any more)`,
  byTreatment: 'Revenue accounts by kind of VAT',
  byTreatmentHelp: 'To see reverse-charged revenue or deliveries within the EU apart, for example.',
  add: 'Add a kind of VAT',
  addNone: 'Choose a kind of VAT',
  remove: 'Remove',
  removeOf: (treatment) => `Remove the account of ${treatment}`,
  products: 'Products with a revenue account of their own',
  productsHelp:
    'The account of the product goes before that of the kind of VAT, and that before the usual one.',
  noProducts: 'No product has an account of its own. You choose it at the product.',
  unfitHere: 'does not exist (any more)',
  list: (moment) => `The accounts were read on ${moment}.`,
  noList: 'The accounts of your books were not read yet.',
  refresh: 'Read the list anew',
  refreshed: 'The list was read anew.',
  notRefreshed: 'The list was not read anew',
  save: 'Book like this',
  saved: 'Stella books new invoices on these accounts.',
  notSaved: 'Nothing was changed',
  changedElsewhere: 'Somebody else chose other accounts meanwhile. Load the page anew and choose then.',
  fromNow:
    'Counts for invoices that become final after this. What is booked stays where it is; a credit note follows its invoice.',
  trial: 'Your latest invoices would be booked like this',
  trialNone: 'There are no final invoices yet to try it on.',
  trialSame: (count) =>
    count === 1 ? 'Nothing changes for this invoice.' : `Nothing changes for these ${count} invoices.`,
  trialFailed: 'The example could not be made.',
  invoice: 'Invoice',
  before: 'Now',
  after: 'Then',
  unchanged: 'the same',
  history: 'Chosen before',
  historyNone: 'Nothing but 1300 and 8000 was ever chosen.',
  chosen: (by, moment) => `${by}, ${moment}`,
  debtorsIn: (code) => `debtors ${code}`,
  revenueIn: (code) => `revenue ${code}`,
}
