import type { causePage as dutch } from '../nl/cause-page.ts'

export const causePage: typeof dutch = {
  title: 'Why something is not in the books',
  lead: 'Every cause that Stella knows: what happens, why, who must do something, and whether Stella tries again by itself. Nothing is ever lost, and nothing is booked twice.',
  toCauses: 'To the causes',
  contents: 'Contents',
  otherLanguage: 'Deze pagina in het Nederlands',
  toStella: 'To Stella',
  classes: {
    try_again: 'Passes by itself',
    pause: 'The connection waits',
    needs_person: 'Somebody must do something',
  },
  disconnected: 'The connection was ended',
  mails: 'A mail did not arrive',
  mailsLead: 'The invoice shows who did not get the mail, and there you can send it again.',
  what: 'What is it?',
  why: 'Why?',
  who: 'Who does something?',
  next: 'What to do?',
  where: 'Where?',
  again: 'Does Stella try again?',
  aboutRelation: 'Of a customer',
  inBooks: 'Is it not there then?',
  mayBeInBooks:
    'Perhaps it is, perhaps twice or otherwise. So do not enter this invoice yourself before that is found out.',
  notInBooks: 'No, nothing was booked, and nothing half.',
  serviceCodes: 'Code of e-Boekhouden.nl',
  actors: {
    nobody: 'Nobody. It passes by itself.',
    owner: 'You.',
    bookkeeper: 'You or your bookkeeper, in e-Boekhouden.nl.',
    support: 'The support of Stella.',
  },
  places: {
    customer: 'At the customer.',
    codes: 'Preferences, Integrations.',
    connection: 'In e-Boekhouden.nl, and then «Test connection» under Preferences, Integrations.',
    invoice: 'In e-Boekhouden.nl, and then «Offer again» at the invoice.',
    nothing:
      'You need go nowhere. If it goes on bothering you, choose «Ask for help» at the invoice or the customer.',
  },
  tries: {
    by_itself: 'Yes, by itself: first within a minute, then with more and more time between, for three days.',
    hourly: 'Yes, every hour. Once it works, everything that waits goes on by itself.',
    daily: 'Yes, every day. Once it works, everything that waits goes on by itself.',
    one_daily: 'Yes, one of the invoices every day. If that one is taken, the others follow at once.',
    when_mended: 'Yes, as soon as what it waits for has happened.',
    when_offered: 'No, only when somebody offers it again.',
    by_support: 'No, the support must do something first.',
    never: 'No, there is nothing to try.',
  },
}
