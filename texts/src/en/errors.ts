import { overrideErrors } from './errors-overrides.ts'

/** What the API says when it refuses, by the codes of api/src/http/errors.ts. */
export const errors = {
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
  sign_in_expired: {
    title: 'Sign in again',
    detail: 'Too much time passed, or too many codes were wrong. Fill in your password again.',
  },
  too_many_guesses: {
    title: 'Please wait',
    detail: 'A wrong password was given too often.',
  },
  too_many_sign_ups: {
    title: 'Please wait',
    detail:
      'Too many accounts were made within the last hour, or tried with an e-mail address that has one already. Sign in if it is yours.',
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
      'Codes or passwords were tried too often. Look them up, in e-Boekhouden.nl or at your mail provider, before you go on.',
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
  not_permitted: {
    title: 'Your role does not allow this',
    detail: 'Ask an owner to do it, or to give you another role.',
  },
  password_needed: {
    title: 'Give your password again',
    detail: 'You signed in a while ago. Give your password again for this change.',
  },
  second_factor_needed: {
    title: 'First a second step',
    detail: 'Only those who sign in with a second step can do this. Turn it on at Preferences, My account.',
  },
  second_factor_on: {
    title: 'The second step is on already',
    detail: 'You sign in with a second step already.',
  },
  second_factor_off: {
    title: 'The second step is off',
    detail: 'You sign in without a second step. Turn it on first.',
  },
  last_owner: {
    title: 'An owner has to stay',
    detail: 'There is no other owner. Make somebody else an owner first.',
  },
  already_member: {
    title: 'Already a user',
    detail: 'Somebody with this address is a user here already.',
  },
  invitation_refused: {
    title: 'This invitation no longer works',
    detail: 'The invitation was used, withdrawn or has expired. Ask whoever invited you for a new one.',
  },
  invitation_of_another: {
    title: 'This invitation is for somebody else',
    detail:
      'You are signed in with another address than the one that was invited. Sign out and open the link again.',
  },
  too_many_invitations: {
    title: 'Please wait',
    detail: 'Many invitations were sent within the last hour.',
  },
  organization_switched: {
    title: 'You work in another administration now',
    detail: 'Another window changed to another administration. Nothing was saved. Load this page again.',
  },
  no_organization: { title: 'No organization', detail: 'This account belongs to no organization.' },
  not_found: { title: 'Not found', detail: 'It does not exist, or does not belong to your organization.' },
  email_unconfirmed: {
    title: 'Confirm your e-mail address first',
    detail:
      'Stella mails invoices once you have confirmed your own e-mail address. Ask for the link again at Preferences, My account.',
  },
  confirmation_refused: {
    title: 'This link no longer works',
    detail: 'The link was used, or is too old. Ask for a new one at Preferences, My account.',
  },
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
  made_elsewhere: {
    title: 'Made in another program',
    detail: 'Of this invoice Stella has the amounts only. The invoice itself is in the program that made it.',
  },
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
    detail: 'There are invoices of this customer, or a relation in the books. Archive the customer instead.',
  },
  case_open: {
    title: 'You asked for help with this already',
    detail: 'Support has your question. Add to it whatever you still want to say.',
  },
  case_closed: { title: 'This case is closed', detail: 'Ask for help again if it is not right yet.' },
  consent_missing: {
    title: 'No consent',
    detail: 'A proposal can be made only while the customer lets you look, and only about a customer.',
  },
  proposal_decided: {
    title: 'Already decided',
    detail: 'Somebody accepted or declined this proposal already.',
  },
  export_under_way: {
    title: 'An archive is being made already',
    detail: 'Wait until it is ready, or delete it.',
  },
  export_not_ready: {
    title: 'Not ready yet',
    detail: 'The archive is still being made, or could not be. Look at Preferences, Export.',
  },
  import_elsewhere: {
    title: 'Not possible now',
    detail: 'The import has gone on, or is still busy. Load the page again to see how it stands.',
  },
  import_incomplete: {
    title: 'File not complete',
    detail: 'Not every part of the file arrived. Choose it again.',
  },
  import_has_wrong_rows: {
    title: 'Some rows are wrong',
    detail: 'You asked for all rows or none, and some are wrong. Nothing was added.',
  },
  import_too_old: {
    title: 'Too long ago',
    detail: 'An import can be taken back for seven days.',
  },
  too_many_imports: {
    title: 'Too many open imports',
    detail: 'Fifty imports are waiting. Add one or delete one.',
  },
  series_used: {
    title: 'In use',
    detail: 'This is your usual series, or invoices have numbers of it already. So it stays.',
  },
  series_full: {
    title: 'Series full',
    detail: 'This series has come to its highest number. Add a new one at Preferences, Numbering.',
  },
  books_not_compared: {
    title: 'Not compared with your books yet',
    detail:
      'Stella was restored from a backup and first looks which numbers your books already have. Your draft is kept; try again in an hour.',
  },
  period_invalid: {
    title: 'The period is not right',
    detail: 'The period ends before it begins, or is longer than a year.',
  },
  accounts_not_read: {
    title: 'Accounts not read yet',
    detail: 'Stella does not know the accounts of your books yet. Choose “Read the list anew” first.',
  },
  not_compared: {
    title: 'Not compared yet',
    detail: 'This period was not compared with your books yet. Choose “Compare now” first.',
  },
  payments_from_books: {
    title: 'Your books decide this',
    detail: 'This invoice stands in e-Boekhouden.nl. Book the payment there; Stella reads it by itself.',
  },
  too_many_attachments: {
    title: 'Too many attachments',
    detail: 'At most 10 files go along with an invoice, and at most 5 always do. Remove one first.',
  },
  attachments_too_large: {
    title: 'Too large together',
    detail: 'The attachments of an invoice are 10 MB together at most, or not every mail server takes them.',
  },
  attachments_full: {
    title: 'No room left for attachments',
    detail: 'All attachments of your organization are 5 GB together at most. Remove attachments of drafts.',
  },
  sending_limit: {
    title: 'Wait before you mail more',
    detail: 'As many mails as allowed were sent this hour. That way nobody can send spam with Stella.',
  },
  message_id_used: {
    title: 'Used already',
    detail: 'This mail belongs to another invoice. Try again.',
  },
  documents_waiting: {
    title: 'Please wait',
    detail: 'Several documents of your organisation are being made already.',
  },
  documents_busy: {
    title: 'Please wait',
    detail: 'Too many documents are being made at the moment.',
  },
  ...overrideErrors,
  not_retryable: { title: 'Not needed', detail: 'This need not or cannot be offered again now.' },
  not_connected: {
    title: 'Not connected',
    detail: 'There is no connection with e-Boekhouden.nl. Make one at Preferences, Integrations.',
  },
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
}
