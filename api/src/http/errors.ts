/**
 * Every way a request can be refused: code → HTTP status. The sentences stand in texts/src/<language>/errors.ts
 * under the same code, the meaning for developers in the last column, from which the documentation is made.
 */
export const errorTable = {
  invalid_request: {
    status: 400,
    meaning: 'The body or the query is not what the schema asks; see `fields`.',
  },
  malformed_json: { status: 400, meaning: 'The body cannot be read as JSON.' },
  invalid_cursor: { status: 400, meaning: 'The cursor was not handed out by this list.' },
  invalid_fields: { status: 422, meaning: 'The content is refused; `fields` names each field and why.' },
  not_signed_in: {
    status: 401,
    meaning: 'No session cookie and no API key, or one that is no longer valid.',
  },
  sign_in_refused: { status: 401, meaning: 'The e-mail address and the password do not belong together.' },
  sign_in_expired: {
    status: 409,
    meaning:
      'The password was given too long ago to go on with a code, or too many codes were wrong: sign in anew.',
  },
  too_many_guesses: {
    status: 429,
    meaning:
      'Too many wrong passwords or codes from one place, or for one account, within an hour; see `Retry-After`.',
  },
  too_many_sign_ups: {
    status: 429,
    meaning:
      'Within an hour, ten sign-ups with taken addresses or twenty accounts from one network address, or too many ' +
      'accounts in all; see `Retry-After`.',
  },
  too_many_resets: {
    status: 429,
    meaning: 'Too many letters to choose a password were asked for within an hour; see `Retry-After`.',
  },
  reset_refused: {
    status: 409,
    meaning: 'The link to choose a password was used before, is older than an hour, or was never sent.',
  },
  too_many_attempts: {
    status: 429,
    meaning:
      'e-Boekhouden.nl was asked too often about codes, or a mail server about a password, within an hour; see `Retry-After`.',
  },
  too_many_requests: { status: 429, meaning: 'More requests a minute than allowed; see `Retry-After`.' },
  foreign_origin: { status: 403, meaning: 'A write with a session cookie that came from another website.' },
  support_only: { status: 403, meaning: 'Only accounts with the support role may do this.' },
  person_only: { status: 403, meaning: 'Only a signed-in person may do this, not an API key.' },
  not_permitted: {
    status: 403,
    meaning: 'The role of the person, or the scope of the key, does not allow it; `detail` says who may.',
  },
  password_needed: {
    status: 403,
    meaning: 'The password was given too long ago for this; see `confirmPassword`.',
  },
  second_factor_needed: {
    status: 403,
    meaning: 'Only for who signs in with a second factor; see `beginSecondFactor`.',
  },
  second_factor_on: { status: 409, meaning: 'The account has a second factor already.' },
  second_factor_off: { status: 409, meaning: 'The account has no second factor.' },
  no_organization: { status: 403, meaning: 'The account belongs to no organization.' },
  last_owner: { status: 409, meaning: 'The organization would be left without an owner.' },
  already_member: { status: 409, meaning: 'Somebody with this address belongs to the organization already.' },
  invitation_refused: {
    status: 409,
    meaning: 'The invitation was used, withdrawn or has expired, or the link was never sent.',
  },
  invitation_of_another: {
    status: 409,
    meaning: 'The session is of somebody with another address than the one that was invited.',
  },
  too_many_invitations: {
    status: 429,
    meaning: 'The organization sent as many invitations within an hour as it may; see `Retry-After`.',
  },
  organization_switched: {
    status: 409,
    meaning: 'The session works in another organization than `Stella-Organization` says. Nothing was done.',
  },
  not_found: { status: 404, meaning: 'It does not exist, or belongs to another organization.' },
  email_unconfirmed: {
    status: 403,
    meaning: 'Invoices are mailed by those whose address is confirmed; see `sendEmailConfirmation`.',
  },
  confirmation_refused: {
    status: 409,
    meaning: 'The link to confirm an address was used before, is too old, or was never sent.',
  },
  email_taken: { status: 409, meaning: 'An account with this e-mail address exists already.' },
  changed_meanwhile: {
    status: 409,
    meaning: 'Somebody changed it since you read it; `revision` is outdated.',
  },
  already_final: { status: 409, meaning: 'The invoice is final and can no longer change; see `invoiceId`.' },
  not_final: { status: 409, meaning: 'Only a final invoice has this.' },
  made_elsewhere: { status: 409, meaning: 'Another program made the invoice; its documents are there.' },
  not_creditable: {
    status: 409,
    meaning: 'Only a final invoice that Stella made can be credited, and no credit note.',
  },
  credit_exceeds: {
    status: 409,
    meaning: 'Somebody else credited the invoice meanwhile; too little is left of it.',
  },
  customer_archived: {
    status: 409,
    meaning: 'The customer is archived: nothing new is made for it, and none goes up in it.',
  },
  customer_merged: { status: 409, meaning: 'The customer went up in another; see `mergedInto`.' },
  customer_invoiced: {
    status: 409,
    meaning: 'There are invoices of the customer, or a relation in the books, so it stays; archive it.',
  },
  case_open: { status: 409, meaning: 'Help was asked with this already, and the case is open.' },
  case_closed: { status: 409, meaning: 'The case is closed; ask for help anew.' },
  consent_missing: {
    status: 409,
    meaning: 'There is no consent to look, or no customer is concerned, so nothing can be proposed.',
  },
  proposal_decided: { status: 409, meaning: 'Somebody accepted or declined the proposal already.' },
  export_under_way: {
    status: 409,
    meaning: 'Another archive of the organization is being made; one at a time.',
  },
  export_not_ready: {
    status: 409,
    meaning: 'The archive is still being made, or could not be; see its `state`.',
  },
  import_elsewhere: {
    status: 409,
    meaning: 'The import stands where this is not done any more, or not yet; see its `state`.',
  },
  import_incomplete: { status: 409, meaning: 'Not all parts of the file are there, as its size says.' },
  import_has_wrong_rows: { status: 409, meaning: 'All rows or none were asked for, and some are wrong.' },
  import_too_old: { status: 409, meaning: 'An import is taken back within seven days.' },
  too_many_imports: { status: 409, meaning: 'Fifty imports wait to be added or deleted.' },
  series_used: {
    status: 409,
    meaning: 'Invoices have numbers of the series, or it is the usual one, so it stays.',
  },
  series_full: { status: 409, meaning: 'The series of numbers has come to its end.' },
  books_not_compared: {
    status: 409,
    meaning: 'Stella was restored from a backup, and its books are still to be compared; no number is given.',
  },
  period_invalid: { status: 422, meaning: 'The period ends before it begins, or is longer than a year.' },
  not_compared: { status: 409, meaning: 'The books were never read for this period.' },
  payments_from_books: {
    status: 409,
    meaning: 'The invoice stands in linked books, and these say whether it is paid.',
  },
  too_many_attachments: { status: 409, meaning: 'Ten files go along with an invoice, five of them always.' },
  attachments_too_large: {
    status: 409,
    meaning: 'The files of an invoice are 10 MB together at most, so that mail servers take them.',
  },
  attachments_full: { status: 409, meaning: 'The files of all invoices are 5 GB together at most.' },
  sending_limit: {
    status: 429,
    meaning: 'The organization mailed as many addresses within an hour as it may; see `Retry-After`.',
  },
  message_id_used: { status: 409, meaning: 'The id of this mail is of a mail of another invoice.' },
  documents_waiting: {
    status: 429,
    meaning: 'As many documents of this organization are being made as may; see `Retry-After`.',
  },
  documents_busy: {
    status: 503,
    meaning: 'As many documents of all organizations are being made as may; see `Retry-After`.',
  },
  backfill_running: {
    status: 409,
    meaning: 'Old invoices are on their way to the books; that ends first, or is ended.',
  },
  backfill_changed: {
    status: 409,
    meaning:
      'What would be done is not what was seen, somebody confirmed or ended it already, or other books are linked.',
  },
  backfill_undecided: {
    status: 422,
    meaning: 'Of a customer that looks like relations which are there it was not chosen which it is.',
  },
  backfill_empty: { status: 422, meaning: 'Nothing was chosen of what could be done.' },
  not_adoptable: {
    status: 409,
    meaning: 'The mutation was not read in the linked books within an hour, or cannot be this invoice.',
  },
  not_overridable: {
    status: 409,
    meaning:
      'The invoice is in the books, is being sent, or nobody knows what became of it; or somebody decided of it already, or ' +
      'took that back.',
  },
  override_built_on: {
    status: 409,
    meaning:
      'A credit note stands on what was decided, or other books are linked than those it was decided for.',
  },
  not_retryable: { status: 409, meaning: 'It is not in a state in which it can be offered again.' },
  accounts_not_read: {
    status: 409,
    meaning: 'The ledger accounts of the books were not read yet: test the connection, which reads them.',
  },
  not_connected: { status: 409, meaning: 'The organization has no connection with e-Boekhouden.nl.' },
  books_undecided: {
    status: 409,
    meaning: 'The codes open books that somebody must decide about; see `compareCodes`. Nothing was stored.',
  },
  connection_refused: {
    status: 422,
    meaning: 'e-Boekhouden.nl refused the codes or lacks an account; see `fields`.',
  },
  bookkeeping_unreachable: {
    status: 503,
    meaning: 'e-Boekhouden.nl gives no usable answer right now; try again.',
  },
  body_too_large: { status: 413, meaning: 'The body is larger than 1 MB, or 16 kB where anyone may call.' },
  body_too_complex: {
    status: 400,
    meaning: 'The body has more values, more levels or longer names than any operation takes.',
  },
  address_too_long: { status: 414, meaning: 'A part of the address is longer than any id.' },
  headers_too_large: { status: 431, meaning: 'The address and the headers are larger than 16 kB.' },
  request_timeout: { status: 408, meaning: 'The request did not come in within a minute.' },
  unsupported_media_type: { status: 415, meaning: 'Send the body as application/json.' },
  unavailable: { status: 503, meaning: 'Stella cannot reach its database right now; try again.' },
  internal: { status: 500, meaning: 'A mistake of ours; it has been logged.' },
} as const satisfies Record<string, { status: number; meaning: string }>

export type ErrorCode = keyof typeof errorTable
export const errorCodes = Object.keys(errorTable) as ErrorCode[]
