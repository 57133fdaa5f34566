import type * as dutch from '../nl/screens-customers.ts'

export const customers = {
  title: 'Customers',
  new: 'New customer',
  search: 'Search customers',
  searchPlaceholder: 'Name, city or e-mail address',
  list: 'List of customers',
  name: 'Name',
  kindColumn: 'Kind',
  city: 'City',
  email: 'E-mail address',
  emptyTitle: 'Your customers will stand here',
  emptyText:
    'A customer goes to e-Boekhouden.nl with the first invoice, not before. That keeps your books clean.',
  noneFound: 'No customer found.',
  company: 'Company',
  person: 'Private person',
  unavailable: 'The customers could not be fetched.',
} satisfies typeof dutch.customers

export const customerForm = {
  newTitle: 'New customer',
  kind: 'Kind of customer',
  companyName: 'Company name',
  personName: 'Name',
  contactName: 'Contact person',
  address: 'Street and number',
  postalCode: 'Postal code',
  city: 'City',
  country: 'Country',
  email: 'E-mail address',
  phone: 'Telephone',
  kvkNumber: 'KvK number',
  vatNumber: 'VAT number',
  addressGroup: 'Address',
  contactGroup: 'Contact',
  companyGroup: 'Company details',
  addressHelp: 'An invoice can become final only when the address is complete.',
  kvkHelp: '8 digits',
  vatHelp: 'For example NL123456782B90',
  registrationNumber: 'Registration number',
  registrationHelp: 'From the trade register of that country',
  vatHelpAbroad: 'With the code of the country in front',
  create: 'Save customer',
  update: 'Save changes',
  notSaved: 'The customer was not saved',
  changedElsewhere:
    'This customer was changed somewhere else. Load the page again to see the newest version.',
  savedNotice: (name) => `${name} has been saved.`,
  newInvoice: 'Write an invoice',
  notFoundTitle: 'This customer does not exist',
} satisfies typeof dutch.customerForm

export const relationCard = {
  nextTry: (moment) => `Stella tries again: ${moment}.`,
  title: 'Relation in your books',
  none: 'Not in e-Boekhouden.nl yet. That happens with the first invoice for this customer.',
  code: 'Relation code',
  retry: 'Offer again',
} satisfies typeof dutch.relationCard
