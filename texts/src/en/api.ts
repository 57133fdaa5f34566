import type { api as dutch } from '../nl/api.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'

/** What the API says beside its answers: when it refuses, and of fields, needs and warnings. */
export const api = {
  tryAgain: (seconds) => {
    if (seconds < 60) return seconds === 1 ? 'Try again in a second.' : `Try again in ${seconds} seconds.`
    const minutes = Math.ceil(seconds / 60)
    return minutes === 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`
  },
  errors,
  /** Books whose name Stella may not ask for. */
  unnamedBooks: (username: string) => `name unknown (user name ${username})`,
  needs: {
    connection_paused: 'The connection with e-Boekhouden.nl waits for you',
    booking_failed: (number) => `Invoice ${number} failed`,
    bookings_failed: (count: number) => `${count} invoices failed for one cause`,
    relation_failed: (customer) => `Relation ${customer} failed`,
    invoice_not_connected: (count, number) =>
      count === 1 ? `Invoice ${number} was not booked` : `${count} invoices were not booked`,
    not_connected: (count) =>
      `Made final without a connection. Stella first looks ${count === 1 ? 'whether it is' : 'what is'} there already, and books ${count === 1 ? 'it' : 'the rest'} once you confirm it: Preferences, Integrations, Earlier invoices.`,
    message_failed: (number) => `The mail of invoice ${number} did not arrive`,
    draft_unfinished: 'A draft is not final yet',
    draft: (customer, amount) => `${customer}, ${amount}`,
  },
  notes: {
    nothing_to_book: 'The invoice comes to zero: there is nothing to book.',
    description_shortened:
      'The description does not fit the booking (200 characters at most) and ends there with “…”. The invoice has it in full.',
    no_account: 'Your IBAN is not filled in yet: the invoice does not say where to pay.',
    vat_under_small_business_scheme:
      'Your company takes part in the KOR, but there is VAT on this invoice. You must then pay it over.',
    charged_without_vat_number:
      'This customer is a business in another EU country without a VAT number, so you charge Dutch VAT. If it has one, enter it and choose EU goods or EU service.',
    own_post_box: 'The law wants the address where your company is; a post box alone is not enough.',
    customer_post_box: 'The law wants the address where the customer is; a post box alone is not enough.',
    e_invoice_incomplete: (fields: string) =>
      `The e-invoice (UBL) only suits this customer once this is filled in too: ${fields}.`,
  },
  warnings: {
    period_closed: (day) =>
      `Your books are closed on ${day}: e-Boekhouden.nl refuses a booking of that day or later already. This one will be refused too.`,
    distance_sales: (year, sum, threshold) =>
      `With this invoice, what you charged consumers elsewhere in the EU in ${year} comes to ${sum} without VAT. Above ${threshold} a year the VAT of the customer’s country applies to goods and digital services (Union scheme, OSS). Stella does not reckon that: make such an invoice in another program, and ask your bookkeeper.`,
    distance_sales_before: (year, sum, threshold) =>
      `What you charged consumers elsewhere in the EU in ${year} was ${sum} without VAT. After a year above ${threshold} the VAT of the customer’s country applies to goods and digital services (Union scheme, OSS). Stella does not reckon that: make such an invoice in another program, and ask your bookkeeper.`,
    look_alike: (number, day) =>
      `This invoice equals ${number} of ${day}: the same customer and the same lines. Is it not a double?`,
  },
  eInvoiceFields: {
    'organization.vatNumber': 'your VAT number',
    'organization.kvkNumber': 'your KvK number',
    'organization.address': 'your address',
    'organization.postalCode': 'your postal code',
    'organization.city': 'your city',
    'organization.iban': 'your account number',
    'customer.vatNumber': 'the VAT number of the customer',
    'customer.kvkNumber': 'the KvK number of the customer',
    'customer.address': 'the address of the customer',
    'customer.postalCode': 'the postal code of the customer',
    'customer.city': 'the city of the customer',
    'customer.peppolId': 'the Peppol address of the customer',
  },
  disconnected: {
    what: 'There is no connection with e-Boekhouden.nl any more.',
    why: 'The connection was ended before this invoice was processed.',
    next: 'Connect e-Boekhouden.nl again in Preferences, Integrations. This invoice then goes along by itself.',
  },
  fields,
} satisfies typeof dutch
