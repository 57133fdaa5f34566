/** «Administraties»: of all that somebody works for, which stand in order and who must act. */
export const organizations = {
  title: 'Administraties',
  all: 'Alle administraties',
  lead: 'Stella naast e-Boekhouden.nl, per administratie.',
  verdict: 'Hoe staan zij ervoor?',
  answer: (clean: number, all: number) =>
    all === 1
      ? clean === 1
        ? 'Uw administratie is bij.'
        : 'Uw administratie is niet bij.'
      : clean === all
        ? `Alle ${all} administraties zijn bij.`
        : `${clean} van de ${all} administraties ${clean === 1 ? 'is' : 'zijn'} bij.`,
  needYou: (count: number) => (count === 1 ? '1 heeft u nodig.' : `${count} hebben u nodig.`),
  atSupport: (count: number) =>
    count === 1 ? '1 ligt bij de support van Stella.' : `${count} liggen bij de support van Stella.`,
  notCompared: (count: number) =>
    count === 1
      ? '1 is over deze periode nog niet vergeleken.'
      : `${count} zijn over deze periode nog niet vergeleken.`,
  due: (day: string) => `De aangifte over deze periode kan tot en met ${day}.`,
  compareAll: (count: number) => (count === 1 ? 'Nu vergelijken' : `Alle ${count} vergelijken`),
  asked: (count: number) =>
    count === 0
      ? 'Alles is net vergeleken.'
      : count === 1
        ? 'Stella leest 1 administratie.'
        : `Stella leest ${count} administraties.`,
  notAsked: 'Vergelijken lukt nu niet.',
  notSwitched: 'Overstappen lukt nu niet.',
  table: 'Administraties, de slechtste boven',
  organization: 'Administratie',
  books: 'Boeken bij?',
  compared: 'Laatst vergeleken',
  difference: 'Verschil in deze periode',
  count: 'Aantal',
  net: 'Omzet',
  vat: 'Btw',
  invoices: 'Facturen',
  waiting: 'Wacht',
  failed: 'Mislukt',
  open: 'Openstaand',
  overdue: (count: number, amount: string) => `${count} te laat, ${amount}`,
  actor: 'Wie moet iets doen?',
  differences: (count: number) => (count === 1 ? '1 verschil' : `${count} verschillen`),
  never: 'nog niet',
  reading: 'wordt gelezen',
  unknown: 'nog niet bekend',
  since: (moment: string) => `sinds ${moment}`,
  together: (count: number) => (count === 1 ? '1 administratie' : `${count} administraties`),
  standings: {
    paused: 'Koppeling staat stil',
    failed: 'Mislukt',
    differs: 'Verschillen',
    not_compared: 'Niet vergeleken',
    waiting: 'Wacht',
    not_connected: 'Niet gekoppeld',
    clean: 'Boeken zijn bij',
  },
  actors: {
    nobody: 'Niemand',
    you: 'U',
    owner: 'De eigenaar',
    bookkeeper: 'De boekhouder',
    support: 'Support van Stella',
  },
  foot: 'Omzet is zonder btw. Het verschil is Stella min e-Boekhouden.nl, zoals de boeken het laatst zijn gelezen. De slechtste staat boven: eerst wat stilstaat, dan de meeste mislukte facturen, dan de meeste verschillen, dan wat nog niet vergeleken is of wacht.',
  none: 'U werkt nog voor geen administratie.',
  noneText: 'Wie u uitnodigt, staat hier zodra u de uitnodiging aanneemt.',
}
