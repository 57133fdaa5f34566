import type { otherBooks as nl } from '../nl/screens-other-books.ts'

const invoices = (count: number) => (count === 1 ? '1 invoice' : `${count} invoices`)

/** A name as a sentence: one that ends in a full stop, as B.V. does, needs no other. */
const sentence = (name: string) => (name.endsWith('.') ? name : `${name}.`)

export const otherBooks: typeof nl = {
  back: 'Enter codes',
  title: {
    other: 'These codes open other books',
    unsure: 'Are these the same books?',
    first: 'Are these the right books?',
  },
  lead: (current) =>
    current?.isLinked
      ? `Nothing has changed yet. Stella keeps booking in ${current.name} until you choose below.`
      : 'Nothing has changed yet. There is no connection until you choose below.',
  warningTitles: {
    accountant_office: 'These are the codes of an accountant’s office',
    linked_elsewhere: 'These books are connected already',
  },
  warnings: {
    accountant_office: ({ administrations }) =>
      `They give access to ${administrations.length} administrations: ${administrations.join(', ')}. Invoices would go into the office’s own books. Ask your bookkeeper for the codes of your own administration.`,
    linked_elsewhere: ({ name }) =>
      `Another administration in Stella books in ${name} too. Two that give out the same invoice numbers cannot stand there side by side.`,
  },
  now: 'Connected now',
  before: 'Connected earlier',
  offered: 'These codes open',
  invoices: 'Invoices from Stella',
  none: 'None',
  notYet: 'Not connected yet',
  earlier: (moment) => `Earlier, on ${moment}`,
  bookedHere: (count, lastAt) =>
    lastAt === null ? `${count} booked` : `${count} booked, the last on ${lastAt}`,
  why: {
    other: 'How does Stella know that these are other books?',
    unsure: 'Why is Stella not sure?',
    first: 'What does Stella know of these books?',
  },
  reasons: (facts, offered, mark) => [
    ...(facts.administration === 'other' ? ['e-Boekhouden.nl knows them as another administration.'] : []),
    ...(facts.code2 === 'other'
      ? ['Security code 2 is another one, and it belongs to one administration.']
      : []),
    ...(facts.name === 'other' ? ['The name of the administration is another one.'] : []),
    ...(facts.username === 'other' ? ['The user name is another one.'] : []),
    ...(facts.mark === 'other' && mark !== null
      ? [`Mutation ${mark.mutationNumber}, of invoice ${mark.number}, is not in ${offered}.`]
      : []),
    ...(facts.mark === 'unknown' ? ['There is no booking by which the books can be recognised.'] : []),
  ],
  whatStays: 'What stays, and what waits?',
  bookedTitle: (count, books) =>
    count === 0
      ? `There is no invoice in ${books} yet`
      : `${invoices(count)} ${count === 1 ? 'stays' : 'stay'} in ${books}`,
  bookedText: (count, first, last) =>
    count === 0
      ? 'There is nothing that must stay where it is.'
      : count === 1
        ? `${first}. It was booked there and stays there, whatever you choose.`
        : `${first} to ${last}. They were booked there and stay there, whatever you choose.`,
  waitingTitle: (count, number) =>
    count === 1 ? `Invoice ${number} is waiting` : `${count} invoices are waiting`,
  waitingText: (count, waiting) =>
    count === 1
      ? `${sentence(waiting[0]?.customer ?? '')} Not booked yet, so it is nowhere. It may go to the books you choose.`
      : `${waiting.map(({ number }) => number).join(', ')}${count > waiting.length ? ' and more' : ''}. Not booked yet, so they are nowhere. They may go to the books you choose.`,
  unknownTitle: (number) => `Invoice ${number} is waiting for certainty`,
  unknownText: (customer, time, books) =>
    `${sentence(customer)} Sent to ${books}, last looked at ${time}, but without a clear answer. It may be there already. Until that is certain it goes nowhere else.`,
  moreUnknown: (count) => `And ${invoices(count)} more that ${count === 1 ? 'waits' : 'wait'} for certainty`,
  moreUnknownText: 'They go nowhere else either until it is certain.',
  how: 'How do you want to go on?',
  choices: {
    stay: ({ current }) => (current?.isLinked ? `Stay with ${current.name}` : 'Do not connect'),
    same: ({ current }) => `These are the books of ${current?.name ?? ''}`,
    switch: ({ current, offered }) =>
      current === null ? `Connect with ${offered.name}` : `Go over to ${offered.name}`,
  },
  theseCodes: 'These codes',
  newInvoices: 'New invoices',
  waitingOf: (count, number) => (count === 1 ? number : `${number} and ${count - 1} more`),
  codesThen: {
    stay: ({ current }) => ({
      what: 'Are not kept',
      how: current?.isLinked ? 'The present codes stay in force.' : '',
    }),
    same: () => ({ what: 'Are kept', how: 'They replace the present ones.' }),
    switch: ({ current }, unknown) => ({
      what: 'Are kept',
      how: !current?.isLinked
        ? ''
        : unknown === null
          ? `Those of ${current.name} are erased.`
          : `Stella keeps the present codes to look up ${unknown}.`,
    }),
  },
  goTo: (books, how) => ({ what: `To ${books}`, how }),
  notLinked: { what: 'Nowhere', how: 'They are booked once you connect.' },
  keepsWaiting: { what: 'Keeps waiting', how: 'Until you connect.' },
  newRelations: 'Customers become relations there anew, with their first invoice.',
  byItself: 'By itself, as soon as e-Boekhouden.nl answers.',
  atOnce: 'Right after.',
  unknownThen: {
    stay: (_books, next) => ({
      what: 'Stella looks it up',
      how: next === null ? 'You need do nothing.' : `Again at ${next}; you need do nothing.`,
    }),
    same: () => ({ what: 'Stella looks it up', how: 'You need do nothing.' }),
    switch: (books) => ({
      what: 'Stella looks it up first',
      how: `If it is in ${books}, it stays there. If not, Stella asks you.`,
    }),
  },
  verbs: { none: 'Go on', stay: 'Stay', same: 'Keep codes', switch: 'Go over' },
  otherCodes: 'Enter other codes',
  note: (current) =>
    `Going over is written in the activity log with your name. You can go back later by entering the codes of ${current} again.`,
  stayed: 'Nothing has changed.',
  failed: 'Nothing has changed',
}
