/**
 * Everything that can be wrong with what a person entered. The code decides the sentence on the screen; what
 * stands here explains the code to developers.
 */
export const problemCodes = {
  required: 'The field is empty and must not be.',
  too_long: 'The text is longer than `limit` characters.',
  character_not_allowed: 'The text holds a control character or half of a surrogate pair.',
  choice_unknown: 'The value is none of those that can be chosen.',
  country_unknown: 'The country is no ISO 3166-1 code of two letters.',
  postal_code_invalid: 'A Dutch postal code is four digits and two letters.',
  email_invalid: 'The text is no e-mail address.',
  host_invalid: 'The text is no name or address of a server.',
  port_invalid: 'A port is a whole number from 1 to 65535.',
  mail_server_not_found: 'There is no server of this name.',
  mail_server_private: 'The server is in a network of its own, where organizations may not send to.',
  mail_server_unreachable: 'Nothing answers there as a mail server does, or not in time.',
  mail_server_insecure: 'The server offers no encryption, or cannot show that it is the one it is called.',
  mail_server_sign_in_refused: 'The server refuses the user name or the password.',
  mail_server_sender_refused: 'The server takes no mail from this address.',
  kvk_number_invalid: 'A KvK number is eight digits.',
  registration_number_invalid:
    'The number of a foreign register has at least two characters, a digit among them.',
  oin_invalid: 'An OIN is twenty digits, and of a Dutch public body.',
  peppol_id_invalid:
    'The text is no address in Peppol: a known scheme, a colon, and a value right in that scheme.',
  too_many_contacts: 'The customer has more than `limit` contacts.',
  contact_email_missing: 'Who receives invoices has an e-mail address.',
  vat_treatment_not_of_customer:
    'The treatment is for businesses in other member states, and the customer is none.',
  vat_number_invalid: 'The VAT number does not have the form or the check digits of its country.',
  iban_invalid: 'The IBAN does not have the length or the check digits of its country.',
  colour_invalid: 'A colour is six hexadecimal digits.',
  date_invalid: 'There is no such day.',
  date_out_of_range: 'The date lies outside 1980–2049.',
  period_reversed: 'The last day lies before the first.',
  payment_term_invalid: 'The payment term is no whole number of days from 0 to `limit`.',
  quantity_invalid: 'The quantity is no decimal number with at most four decimals.',
  quantity_too_large: 'The quantity lies further from zero than `limit`.',
  unit_price_invalid: 'The price is no decimal number with at most four decimals.',
  amount_too_large: 'The amount lies further from zero than € 9,999,999.99.',
  percentage_invalid: 'The percentage is no decimal number above zero with at most four decimals.',
  discount_too_large: 'A discount takes off `limit` per cent at most.',
  charge_too_large: 'A charge puts on `limit` per cent at most.',
  allowance_amount_invalid: 'The amount is no number of euros above zero with at most two decimals.',
  allowance_twofold: 'A discount or charge is a percentage or an amount, not both.',
  discount_beyond_amount: 'More is taken off than there is.',
  nothing_to_spread_over: 'No rate of the lines can bear the discount or charge.',
  too_many_allowances: 'There are more than `limit` discounts and charges together.',
  too_many_lines: 'The invoice has more than `limit` lines.',
  vat_treatment_unknown: 'The VAT treatment is none of those that are offered.',
  vat_rate_invalid: 'The rate is no percentage above 0 and below 50 with at most two decimals.',
  vat_rate_unknown: 'No rate of the law is known for this treatment on the day of supply.',
  vat_rate_not_of_treatment: 'The line states another rate than its treatment has on the day of supply.',
  customer_vat_number_missing:
    'The law wants the VAT number of the customer on an invoice with this treatment.',
  customer_is_person:
    'Nothing is charged to a business that owes the VAT itself, and the customer is a private person.',
  customer_vat_number_not_eu:
    'The VAT number of the customer is not one of another member state of the EU, as this treatment needs.',
  own_address_missing: 'The law wants the address of the organization on the invoice.',
  own_kvk_number_missing: 'The law wants the KvK number of the organization on the invoice.',
  not_in_small_business_scheme: 'The organization does not take part in the kleineondernemersregeling.',
  own_vat_number_missing: 'The law wants the VAT number of the organization on the invoice.',
  ledger_account_invalid: 'A ledger account is one to ten digits.',
  ledger_account_unknown: 'The linked books have no such ledger account.',
  ledger_account_not_debtors: 'The ledger account is not one of debtors.',
  ledger_account_not_revenue: 'The ledger account is not one of profit and loss.',
  no_lines: 'A final invoice has at least one line.',
  series_part_unknown: 'The pattern has a part between braces that is none of those that are known.',
  series_character_not_allowed: 'A pattern holds letters, digits and - _ . / only, besides its parts.',
  series_number_missing: 'The pattern has no place for the number.',
  series_number_twice: 'The pattern has more than one place for the number.',
  series_repeats: 'The numbers start anew each year and have no year in them, so they would come again.',
  series_number_too_long: 'The numbers of this pattern become longer than the `limit` the books hold.',
  series_place_invalid: 'The next number is no whole number from 1 to `limit`.',
  nothing_to_credit: 'There is nothing left of the invoice to credit.',
  credit_before_invoice: 'A credit note is dated before the invoice it credits.',
  credit_of_failed: 'What is credited could not be booked, so that only its credit would stand in the books.',
  credit_too_much: 'More is credited than is left of the line, or of the invoice.',
  customer_address_missing: 'The law wants the address of the customer on the invoice.',
  amount_invalid: 'The text is no amount with at most two decimals.',
  amount_missing: 'The amount is not said, and does not follow from the others.',
  amounts_differ: 'The amount without VAT and the VAT are not the whole together.',
  history_draft: 'The other program made no invoice of it yet.',
  outstanding_unknown: 'Nothing says what was not paid yet.',
  outstanding_too_much: 'More is open than the invoice came to.',
  recipient_missing: 'A mail goes to at least one address.',
  too_many_recipients: 'A mail goes to at most `limit` addresses.',
  placeholder_unknown: 'The text has a word between braces that is none of those that are filled in.',
} as const

export type ProblemCode = keyof typeof problemCodes

/** One thing that is wrong, and where: «lines.0.quantity», «postalCode». */
export type Problem = {
  readonly path: string
  readonly code: ProblemCode
  /** The bound that was passed, where the code has one. */
  readonly limit?: number
}

/** The outcome of a validation: the clean value, or everything that is wrong with it. */
export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The value when nothing is wrong, else the problems. */
export function validated<T>(problems: readonly Problem[], value: T): Validated<T> {
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems }
}
