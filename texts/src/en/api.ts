import type { api as dutch } from '../nl/api.ts'

/** What the API says when it refuses, by the codes of api/src/http/errors.ts and of the fields. */
export const api = {
  tryAgain: (seconds) => {
    if (seconds < 60) return seconds === 1 ? 'Try again in a second.' : `Try again in ${seconds} seconds.`
    const minutes = Math.ceil(seconds / 60)
    return minutes === 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`
  },
  errors: {
    invalid_request: {
      title: 'Invalid request',
      detail: 'The request does not have the shape that is asked.',
    },
    malformed_json: { title: 'Invalid request', detail: 'The body of the request is not valid JSON.' },
    invalid_cursor: { title: 'Invalid request', detail: 'This list cannot go on from here. Start again.' },
    invalid_fields: { title: 'Not saved', detail: 'Nothing was saved. Mend what is said at the fields.' },
    not_signed_in: { title: 'Not signed in', detail: 'Sign in to go on.' },
    sign_in_refused: {
      title: 'Signing in failed',
      detail: 'The e-mail address and the password do not belong together. Check both.',
    },
    too_many_guesses: {
      title: 'Please wait',
      detail: 'A wrong password was given too often.',
    },
    too_many_sign_ups: {
      title: 'Please wait',
      detail:
        'There were too many attempts to make an account with an e-mail address that has one already. Sign in if it is yours.',
    },
    too_many_resets: {
      title: 'Please wait',
      detail: 'A new password was asked for a few times already. Look among unwanted mail as well.',
    },
    reset_refused: {
      title: 'This link no longer works',
      detail: 'The link was used already, or is older than an hour. Ask for a new one.',
    },
    too_many_attempts: {
      title: 'Please wait',
      detail:
        'The codes of e-Boekhouden.nl were tried too often. Look them up in e-Boekhouden.nl before you go on.',
    },
    too_many_requests: { title: 'Please wait', detail: 'Requests come too fast.' },
    foreign_origin: {
      title: 'Refused',
      detail: 'This request came from another website and was not carried out.',
    },
    support_only: { title: 'No access', detail: 'Only Stella’s support can do this.' },
    person_only: {
      title: 'No access',
      detail: 'A person must be signed in for this; an API key is not enough.',
    },
    no_organization: { title: 'No organization', detail: 'This account belongs to no organization.' },
    not_found: { title: 'Not found', detail: 'It does not exist, or does not belong to your organization.' },
    email_taken: {
      title: 'This account exists already',
      detail: 'There is an account with this e-mail address. Sign in, or choose another address.',
    },
    changed_meanwhile: {
      title: 'Changed meanwhile',
      detail: 'Somebody changed this in the meantime. Nothing was saved; fetch the latest state.',
    },
    already_final: { title: 'Already final', detail: 'This invoice is final and no longer changes.' },
    not_final: { title: 'Still a draft', detail: 'This is possible once the invoice is final.' },
    not_creditable: {
      title: 'Cannot be credited',
      detail: 'Only a final invoice can be credited, and a credit note itself cannot.',
    },
    credit_exceeds: {
      title: 'Credited already',
      detail: 'Somebody else has credited this invoice meanwhile; too little is left of it.',
    },
    customer_archived: {
      title: 'Customer is archived',
      detail: 'Nothing new is made for an archived customer. Bring the customer back at Customers first.',
    },
    customer_merged: {
      title: 'Customer was merged',
      detail: 'This customer was merged with another and goes on there.',
    },
    customer_invoiced: {
      title: 'Customer stays',
      detail:
        'There are invoices of this customer, or a relation in the books. Archive the customer instead.',
    },
    series_used: {
      title: 'In use',
      detail: 'This is your usual series, or invoices have numbers of it already. So it stays.',
    },
    series_full: {
      title: 'Series full',
      detail: 'This series has come to its highest number. Add a new one at Preferences, Numbering.',
    },
    documents_waiting: {
      title: 'Please wait',
      detail: 'Several documents of your organisation are being made already.',
    },
    documents_busy: {
      title: 'Please wait',
      detail: 'Too many documents are being made at the moment.',
    },
    not_retryable: { title: 'Not needed', detail: 'This need not or cannot be offered again now.' },
    not_connected: { title: 'Not connected', detail: 'There is no connection with e-Boekhouden.nl.' },
    books_undecided: {
      title: 'These codes open other books',
      detail: 'Nothing was saved. First choose at Preferences, Integrations in which books Stella goes on.',
    },
    connection_refused: {
      title: 'The connection was not made',
      detail: 'Nothing was saved.',
    },
    bookkeeping_unreachable: {
      title: 'e-Boekhouden.nl cannot be reached',
      detail: 'e-Boekhouden.nl gives no usable answer right now. Nothing changed; try again later.',
    },
    body_too_large: { title: 'Too large', detail: 'This request is too large.' },
    body_too_complex: {
      title: 'Invalid request',
      detail: 'The request has more fields or lines than can be saved anywhere.',
    },
    address_too_long: { title: 'Invalid request', detail: 'The address is too long.' },
    headers_too_large: { title: 'Too large', detail: 'The headers of this request are too large.' },
    request_timeout: { title: 'Too slow', detail: 'The request did not come in in time. Try again.' },
    unsupported_media_type: { title: 'Invalid request', detail: 'Send the body as application/json.' },
    unavailable: {
      title: 'Not available right now',
      detail: 'Stella cannot reach its data right now. Try again in a minute.',
    },
    internal: {
      title: 'Something went wrong',
      detail: 'This is a mistake of Stella’s; it has been recorded. Try again later.',
    },
  },
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
      `Made final without a connection. Stella does not book ${count === 1 ? 'it' : 'them'} by itself; enter ${count === 1 ? 'it' : 'them'} in e-Boekhouden.nl yourself.`,
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
  fields: {
    invalid: () => 'This does not have the shape that is asked.',
    unknown_field: () => 'There is no such field.',
    required: () => 'Fill in this field.',
    too_long: (limit) => `Use at most ${limit} characters.`,
    character_not_allowed: () =>
      'This holds an invisible character that cannot be used. Type the text again.',
    character_not_printable: (_limit: number, characters: string) =>
      `This cannot be set on the invoice: ${characters} Remove it or write it differently.`,
    choice_unknown: () => 'Choose one of the possibilities.',
    country_unknown: () => 'Use the code of a country in two letters, as in NL.',
    postal_code_invalid: () => 'A Dutch postal code is four digits and two letters, as in 1234 AB.',
    email_invalid: () => 'This is not an e-mail address.',
    kvk_number_invalid: () =>
      'A KvK number is exactly 8 digits. Check it; if the customer has none, leave it empty.',
    registration_number_invalid: () =>
      'Fill in the number from the trade register of that country, as in HRB 86786. If there is none, leave it empty.',
    oin_invalid: () => 'An OIN is exactly 20 digits, and only Dutch public bodies have one.',
    peppol_id_invalid: () =>
      'This is no Peppol address. It is a code of four digits, a colon and a number, as in 0106:12345678 (0106 is KvK, 0190 is OIN, 9944 is VAT number).',
    too_many_contacts: (limit) => `A customer has at most ${limit} contacts.`,
    contact_email_missing: () => 'Who receives invoices needs an e-mail address.',
    vat_treatment_not_of_customer: () =>
      'This VAT is for businesses in other EU countries. Fill in country or VAT number first, or choose another.',
    vat_number_invalid: () => 'This VAT number is not right. Check it again.',
    iban_invalid: () => 'This account number is not right. Check it again.',
    date_invalid: () => 'There is no such day.',
    date_out_of_range: () => 'Choose a date from 1980 up to and including 2049.',
    period_reversed: () => 'The last day lies before the first.',
    payment_term_invalid: (limit) => `Fill in a whole number of days from 0 to ${limit}.`,
    quantity_invalid: () => 'Fill in a number with at most four decimals.',
    quantity_too_large: (limit) => `Fill in at most ${limit}.`,
    unit_price_invalid: () => 'Fill in an amount with at most four decimals.',
    amount_too_large: () => 'This amount is too large; € 9,999,999.99 is the highest.',
    too_many_lines: (limit) => `An invoice has at most ${limit} lines.`,
    vat_treatment_unknown: () => 'Choose one of the VAT rates.',
    vat_rate_invalid: () => 'Enter a percentage above 0 and below 50, such as 5.5.',
    vat_rate_unknown: () => 'Stella knows no rate of this day. Check the date.',
    vat_rate_not_of_treatment: () => 'This percentage does not hold on this day. Choose the VAT again.',
    customer_vat_number_missing: () =>
      'Enter the VAT number of the customer first; with this VAT it must be on the invoice.',
    customer_is_person: () =>
      'This VAT is for businesses only, and this customer is a private person. Choose another, or make the customer a company.',
    customer_vat_number_not_eu: () =>
      'This VAT goes with a VAT number of another EU country. Enter the one of the customer, or choose other VAT.',
    own_address_missing: () => 'Enter the address of your company first; it must be on the invoice.',
    own_kvk_number_missing: () => 'Enter your KvK number first; it must be on the invoice.',
    not_in_small_business_scheme: () =>
      'Your company does not take part in the KOR. Choose other VAT, or say at your company that it does.',
    own_vat_number_missing: () => 'Enter your own VAT number first; it must be on the invoice.',
    no_lines: () => 'Put at least one line on the invoice.',
    series_part_unknown: () =>
      'Between braces there can be {nummer}, {n} to {nnnnnnnnn}, {jaar}, {jj} and {maand}.',
    series_character_not_allowed: () =>
      'Besides the parts between braces, use letters, digits and - _ . / only.',
    series_number_missing: () => 'Put {nummer} in the pattern: the number goes there.',
    series_number_twice: () => 'Put the number in the pattern only once.',
    series_repeats: () =>
      'Put {jaar} in the pattern: without the year the same numbers come again after the turn of the year.',
    series_number_too_long: (limit) =>
      `These numbers can become longer than ${limit} characters; e-Boekhouden.nl cannot hold them.`,
    series_place_invalid: (limit) => `Fill in a whole number from 1 to ${limit}.`,
    series_alike: (_limit, series) =>
      `The series «${series}» could give the same numbers. Put another letter in front, for example.`,
    series_pattern_used: () =>
      'Invoices have numbers of this series already, so its form stays. Add a new series.',
    series_ground_used: (limit) => `This series has been used: choose ${limit} or higher.`,
    series_reason_missing: () => 'Say why you skip numbers; it stays in the activity log.',
    number_in_books: (_limit, number) =>
      `Number ${number} is in your books already. Go on with a higher number at Preferences, Numbering.`,
    series_unknown: () => 'Choose a series of numbers.',
    nothing_to_credit: () => 'Nothing is left of this invoice to credit.',
    credit_before_invoice: () => 'A credit note cannot be dated before the invoice it credits.',
    credit_of_failed: () => 'This invoice is not in the books yet. Mend that first, then you can credit it.',
    credit_too_much: () => 'This is more than is left to credit.',
    customer_address_missing: () =>
      'Complete the address of the customer first; it must stand on the invoice.',
    customer_archived: () => 'This customer is archived. Bring it back first, or choose another.',
    customer_same: () => 'Choose another customer than this one.',
    customer_unknown: () => 'Choose a customer.',
    email_taken: () => 'There is an account with this e-mail address.',
    password_wrong: () => 'This is not your present password.',
    password_too_short: (limit) => `Choose a password of at least ${limit} characters.`,
  },
} satisfies typeof dutch
