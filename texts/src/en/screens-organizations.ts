import type * as dutch from '../nl/screens-organizations.ts'

export const organizations: typeof dutch.organizations = {
  title: 'Organizations',
  all: 'All organizations',
  lead: 'Stella beside e-Boekhouden.nl, per organization.',
  verdict: 'How do they stand?',
  answer: (clean: number, all: number) =>
    all === 1
      ? clean === 1
        ? 'Your organization is up to date.'
        : 'Your organization is not up to date.'
      : clean === all
        ? `All ${all} organizations are up to date.`
        : `${clean} of ${all} organizations ${clean === 1 ? 'is' : 'are'} up to date.`,
  needYou: (count: number) => (count === 1 ? '1 needs you.' : `${count} need you.`),
  atSupport: (count: number) =>
    count === 1 ? '1 is with the support of Stella.' : `${count} are with the support of Stella.`,
  notCompared: (count: number) =>
    count === 1
      ? '1 was not compared for this period yet.'
      : `${count} were not compared for this period yet.`,
  due: (day: string) => `The VAT return of this period is due by ${day}.`,
  compareAll: (count: number) => (count === 1 ? 'Compare now' : `Compare all ${count}`),
  asked: (count: number) =>
    count === 0
      ? 'Everything was compared just now.'
      : count === 1
        ? 'Stella is reading 1 organization.'
        : `Stella is reading ${count} organizations.`,
  notAsked: 'Comparing does not work now.',
  notSwitched: 'Going there does not work now.',
  table: 'Organizations, the worst first',
  organization: 'Organization',
  books: 'Books up to date?',
  compared: 'Compared last',
  difference: 'Difference in this period',
  count: 'Count',
  net: 'Turnover',
  vat: 'VAT',
  invoices: 'Invoices',
  waiting: 'Waiting',
  failed: 'Failed',
  open: 'Outstanding',
  overdue: (count: number, amount: string) => `${count} overdue, ${amount}`,
  actor: 'Who must act?',
  differences: (count: number) => (count === 1 ? '1 difference' : `${count} differences`),
  never: 'not yet',
  reading: 'being read',
  unknown: 'not known yet',
  since: (moment: string) => `since ${moment}`,
  together: (count: number) => (count === 1 ? '1 organization' : `${count} organizations`),
  standings: {
    paused: 'Link stands still',
    failed: 'Failed',
    differs: 'Differences',
    not_compared: 'Not compared',
    waiting: 'Waiting',
    not_connected: 'Not linked',
    clean: 'Books are up to date',
  },
  actors: {
    nobody: 'Nobody',
    you: 'You',
    owner: 'The owner',
    bookkeeper: 'The bookkeeper',
    support: 'Support of Stella',
  },
  foot: 'Turnover is without VAT. The difference is Stella minus e-Boekhouden.nl, as the books were read last. The worst comes first: what stands still, then most failed invoices, then most differences, then what was not compared yet or waits.',
  none: 'You work for no organization yet.',
  noneText: 'Whoever invites you stands here once you accept the invitation.',
}
