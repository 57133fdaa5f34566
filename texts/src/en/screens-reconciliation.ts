import type * as dutch from '../nl/screens-reconciliation.ts'

export const reconciliation: typeof dutch.reconciliation = {
  title: 'Reconciliation',
  lead: 'Stella beside e-Boekhouden.nl, per VAT code.',
  period: 'Period',
  verdict: 'Verdict',
  clean: 'Everything agrees.',
  cleanBut: (count: number) =>
    count === 1
      ? 'Everything agrees, but for 1 difference that is right.'
      : `Everything agrees, but for ${count} differences that are right.`,
  differs: (count: number) => (count === 1 ? 'There is 1 difference.' : `There are ${count} differences.`),
  never: 'This period was not compared yet.',
  neverText: 'Stella then reads your mutations of this period, and changes nothing.',
  notLinked: 'No books are linked.',
  notLinkedText: 'With a link you see here whether Stella and e-Boekhouden.nl say the same.',
  connect: 'Connect',
  agreeing: (agreeing: number, all: number) =>
    `${agreeing} of ${all} invoices ${agreeing === 1 ? 'stands' : 'stand'} in e-Boekhouden.nl as they should.`,
  lookedBy: (who: string | null, moment: string) =>
    who === null ? `Stella looked by itself, on ${moment}.` : `${who} had it looked at, on ${moment}.`,
  since: (count: number) =>
    count === 1
      ? '1 invoice was booked since and does not count yet.'
      : `${count} invoices were booked since and do not count yet.`,
  cost: (mutations: number, calls: number) =>
    `${mutations} ${mutations === 1 ? 'mutation' : 'mutations'} read in ${calls} ${calls === 1 ? 'call' : 'calls'}.`,
  compareNow: 'Compare now',
  comparing: (mutations: number) =>
    mutations === 0
      ? 'Stella is reading your books. You may leave this page.'
      : `${mutations} mutations read. You may leave this page.`,
  notCompared: 'Comparing does not work now.',
  export: 'Export',
  calls: 'Calls this month',
  table: 'Comparison per VAT code',
  codeAndBox: 'VAT code and box',
  box: (box: string) => `Box ${box}`,
  noBox: 'In no box',
  stella: 'Stella',
  books: 'e-Boekhouden.nl',
  difference: 'Difference',
  net: 'Turnover',
  vat: 'VAT',
  together: 'Together',
  nothing: 'No turnover in this period.',
  causes: 'Where do the differences come from?',
  solve: 'Solve',
  view: 'View',
  accept: 'That is right',
  acceptTitle: 'Why is this right?',
  acceptText: 'Your reason stays with it. Should the amount change, it becomes a difference again.',
  reason: 'Reason',
  accepted: (who: string, reason: string, moment: string) =>
    `Found right by ${who} on ${moment}: “${reason}”.`,
  unaccept: 'Not right after all',
  notKept: 'This was not saved.',
  foot: 'Turnover is without VAT. The difference is Stella minus e-Boekhouden.nl.',
  icp: 'ICP statement',
  icpLead: 'Per VAT number, as it belongs beside box 3b.',
  vatNumber: 'VAT number',
  noVatNumber: 'missing',
  customer: 'Customer',
  goods: 'Goods',
  services: 'Services',
  codes: {
    HOOG_VERK: 'High, 19%',
    HOOG_VERK_21: 'High, 21%',
    LAAG_VERK: 'Low, 6%',
    LAAG_VERK_9: 'Low, 9%',
    AFW_VERK: 'Other rate',
    VERL_VERK: 'Reverse charge',
    VERL_VERK_L9: 'Reverse charge, low',
    LAAG_VERK_L9: 'Reverse charge, low',
    BU_EU_VERK: 'Outside the EU',
    BI_EU_VERK: 'Within the EU, goods',
    BI_EU_VERK_D: 'Within the EU, services',
    AFST_VERK: 'Distance sales',
    GEEN: 'No VAT',
  },
  budget: {
    title: 'Calls this month',
    lead: 'What Stella asked of e-Boekhouden.nl, and what for.',
    left: (count: string) => `${count} left`,
    used: (used: string, limit: string) => `Mutations were read ${used} of ${limit} times.`,
    rule: (from: string) =>
      `e-Boekhouden.nl counts the reading of mutations alone. From ${from} on Stella reads only what booking needs; booking always goes on. Other links to your administration count too, and Stella does not see those.`,
    perDay: (count: string) => `${count} a day on average, all together.`,
    what: 'What for',
    count: 'Calls',
    failed: 'Failed',
    none: 'Nothing was asked this month.',
    notLinked: 'No books are linked, so nothing is asked.',
    operations: {
      AddMutatie: 'Booking invoices',
      GetMutaties: 'Reading back, looking up and comparing',
      GetOpenPosten: 'Reading payments',
      AddRelatie: 'Adding relations',
      UpdateRelatie: 'Updating relations',
      GetRelaties: 'Looking up relations',
      GetGrootboekrekeningen: 'Testing the link',
      GetAdministraties: 'Recognising the administration',
      OpenSession: 'Signing in',
      CloseSession: 'Signing out',
    },
    other: 'Other',
  },
}
