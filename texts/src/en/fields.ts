import type { fields as dutch } from '../nl/fields.ts'

export const fields: typeof dutch = {
  invalid: () => 'This does not have the shape that is asked.',
  unknown_field: () => 'There is no such field.',
  required: () => 'Fill in this field.',
  too_long: (limit) => `Use at most ${limit} characters.`,
  character_not_allowed: () => 'This holds an invisible character that cannot be used. Type the text again.',
  character_not_printable: (_limit: number, characters: string) =>
    `This cannot be set on the invoice: ${characters} Remove it or write it differently.`,
  colour_invalid: () => 'Choose a colour, or write it as #a8481c.',
  attachment_empty: () => 'This file is empty. Choose another.',
  attachment_format: () =>
    'This is no PDF, JPEG or PNG, whatever it is called. Save a document as PDF and a photo as JPEG.',
  attachment_too_large: () =>
    'This file is too large. At most 10 MB, and a photo of at most 50 million pixels.',
  attachment_unreadable: () => 'This file is not whole; it cannot be read. Make it again.',
  logo_format: () => 'Choose a picture as PNG or JPEG. If the logo is an SVG or PDF, save it as PNG.',
  logo_too_large: () => 'This picture is too large. At most 700 kB and 10 million dots.',
  logo_unreadable: () => 'This picture cannot be read. Save it as PNG again, and choose that.',
  choice_unknown: () => 'Choose one of the possibilities.',
  country_unknown: () => 'Use the code of a country in two letters, as in NL.',
  postal_code_invalid: () => 'A Dutch postal code is four digits and two letters, as in 1234 AB.',
  email_invalid: () => 'This is not an e-mail address.',
  host_invalid: () => 'Fill in the name of the server only, such as smtp.yourprovider.nl.',
  port_invalid: () => 'A port is a number from 1 to 65535. Mostly it is 465 or 587.',
  mail_server_not_found: () => 'There is no such server. Look up its name at your provider.',
  mail_server_private: () => 'This server is in a private network; Stella may not go there.',
  mail_server_unreachable: () =>
    'No mail server answers at this address and port. Check server, port and security.',
  mail_server_insecure: () =>
    'This server does not offer the security you chose, or its certificate is wrong. No password was sent.',
  mail_server_sign_in_refused: () =>
    'The server refuses this user name or password. Sometimes an app password is needed.',
  mail_server_sender_refused: () =>
    'The server takes no mail from this address. Fill in that of the mailbox you sign in with.',
  kvk_number_invalid: () => 'A KvK number is exactly 8 digits. Check it; if there is none, leave it empty.',
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
  percentage_invalid: () => 'Fill in a percentage above 0 with at most four decimals.',
  discount_too_large: (limit: number) => `A discount is at most ${limit}%.`,
  charge_too_large: (limit: number) => `A surcharge is at most ${limit}%.`,
  allowance_amount_invalid: () => 'Fill in an amount above € 0 with at most two decimals.',
  allowance_twofold: () => 'Fill in a percentage or an amount, not both.',
  discount_beyond_amount: () => 'The discount is more than the amount it is taken off.',
  nothing_to_spread_over: () => 'There are no lines with an amount to divide this over.',
  too_many_allowances: (limit: number) => `There is room for at most ${limit} discounts and surcharges.`,
  too_many_lines: (limit) => `An invoice has at most ${limit.toLocaleString('en-GB')} lines.`,
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
  ledger_account_invalid: () => 'A ledger account is a number of at most ten digits.',
  ledger_account_unknown: () => 'This account does not exist (any more) in your books.',
  ledger_account_not_debtors: () => 'In your books this is not a debtors account.',
  ledger_account_not_revenue: () => 'In your books this is not an account for profit and loss.',
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
    `The series “${series}” could give the same numbers. Put another letter in front, for example.`,
  series_pattern_used: () =>
    'Invoices have numbers of this series already, so its form stays. Add a new series.',
  series_ground_used: (limit) => `This series has been used: choose ${limit} or higher.`,
  series_reason_missing: () => 'Say why you skip numbers; it stays in the activity log.',
  number_in_books: (_limit, number) =>
    `Number ${number} is in your books already. Go on with a higher number at Preferences, Numbering.`,
  series_unknown: () => 'Choose a series of numbers.',
  distance_sale_elsewhere: () =>
    'Say first that this invoice is not for goods or digital services: the VAT of the customer’s country applies to those.',
  nothing_to_credit: () => 'Nothing is left of this invoice to credit.',
  credit_before_invoice: () => 'A credit note cannot be dated before the invoice it credits.',
  credit_of_failed: () => 'This invoice is not in the books yet. Mend that first, then you can credit it.',
  credit_too_much: () => 'This is more than is left to credit.',
  customer_address_missing: () => 'Complete the address of the customer first; it must stand on the invoice.',
  amount_invalid: () => 'This is no amount with at most two decimals.',
  amount_missing: () => 'This amount is not in the file, and does not follow from the others.',
  amounts_differ: () => 'The amount without VAT and the VAT are not the total together.',
  history_draft: () => 'This is a draft. Finish it in Stella as a new invoice.',
  outstanding_unknown: () => 'Nothing says what is still open. Fill in an amount, or 0 where all is paid.',
  outstanding_too_much: () => 'More is open than the invoice comes to.',
  number_taken: () => 'Stella has an invoice with this number already, of another day or amount.',
  recipient_missing: () =>
    'Fill in an e-mail address. If the customer has none yet, put it there too for the next time.',
  too_many_recipients: (limit) => `A mail goes to at most ${limit} addresses.`,
  placeholder_unknown: () =>
    'Between braces stands a word that Stella does not know. Choose one of the words below.',
  code_taken: () => 'Another product has this code.',
  row_twice: (row) => `This one also stands in row ${row} of the file.`,
  row_ambiguous: () =>
    'This one stands in Stella more than once. Merge them there first, or fill in a number that tells which one it is.',
  customer_archived: () => 'This customer is archived. Bring it back first, or choose another.',
  customer_same: () => 'Choose another customer than this one.',
  customer_unknown: () => 'Choose a customer.',
  subject_unknown: () => 'This does not go to e-Boekhouden.nl, so support sees nothing of it.',
  same_as_before: () => 'This is what it says already.',
  email_taken: () => 'There is an account with this e-mail address.',
  code_wrong: () =>
    'This code is not right. Take the code that the app shows now, and see that the clock of that device is right.',
  code_used: () => 'This code was filled in before. Wait for the next code in the app.',
  password_wrong: () => 'This is not your present password.',
  password_common: () =>
    'This password is used too often and quickly guessed. Choose a sentence of a few words.',
  password_is_address: () => 'Choose a password without your e-mail address in it.',
  password_too_short: (limit) => `Choose a password of at least ${limit} characters.`,
}
