import type { messageCauses as dutch } from '../nl/message-causes.ts'

export const messageCauses: typeof dutch = {
  address_unknown: 'The mail server does not know this address, or takes nothing for it.',
  mailbox_full: 'The mailbox is full.',
  too_large: 'The mail is larger than the mail server takes.',
  not_trusted: 'The mail server does not trust the sender, or takes the mail for spam.',
  not_accepted: 'The mail server does not take the mail.',
  server_busy: 'The mail server takes nothing now and asks to try again later.',
  server_unreachable: 'The mail server cannot be reached now.',
  sign_in_refused: 'The mail server refuses the user name or the password.',
  not_in_time: 'For three days the mail server did not take the mail.',
  no_answer:
    'The connection broke before the mail server answered. Whether it has the mail cannot be seen; so Stella does not send it again by itself.',
  no_document: 'The PDF could not be made now.',
  organization_closed: 'The administration was closed before the mail was sent.',
  restored:
    'Stella was restored from a backup of before this mail was sent. Whether it was sent after that, Stella does not know; so it does not send it again by itself.',
  returned: 'The mail came back.',
}
