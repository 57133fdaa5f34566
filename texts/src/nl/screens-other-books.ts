type Named = { readonly name: string }
type Asked = { readonly current: (Named & { readonly isLinked: boolean }) | null; readonly offered: Named }
type Offered = Named & { readonly administrations: readonly string[] }
type Fact = 'same' | 'other' | 'unknown'
type Facts = Readonly<Record<'administration' | 'mark' | 'code2' | 'username' | 'name', Fact>>
type Mark = { readonly number: string; readonly mutationNumber: number } | null
/** What is answered to something, and how that goes. */
type Then = { readonly what: string; readonly how: string }

const facturen = (count: number) => (count === 1 ? '1 factuur' : `${count} facturen`)

/** A name as a sentence: one that ends in a full stop, as B.V. does, needs no other. */
const sentence = (name: string) => (name.endsWith('.') ? name : `${name}.`)

/** Codes that open other books than before: what somebody decides about them. */
export const otherBooks = {
  back: 'Codes invoeren',
  title: {
    other: 'Deze codes openen andere boeken',
    unsure: 'Zijn dit dezelfde boeken?',
    first: 'Zijn dit de goede boeken?',
  },
  lead: (current: (Named & { readonly isLinked: boolean }) | null) =>
    current?.isLinked
      ? `Er is nog niets veranderd. Stella blijft in ${current.name} boeken tot u hieronder kiest.`
      : 'Er is nog niets veranderd. Er komt geen koppeling tot u hieronder kiest.',
  warningTitles: {
    accountant_office: 'Dit zijn codes van een kantoor',
    linked_elsewhere: 'Deze boeken zijn al gekoppeld',
  },
  warnings: {
    accountant_office: ({ administrations }: Offered) =>
      `Ze geven toegang tot ${administrations.length} administraties: ${administrations.join(', ')}. Facturen zouden in de boeken van het kantoor zelf komen. Vraag uw boekhouder om de codes van uw eigen administratie.`,
    linked_elsewhere: ({ name }: Offered) =>
      `Een andere administratie in Stella boekt ook in ${name}. Twee die dezelfde factuurnummers uitgeven, kunnen daar niet naast elkaar staan.`,
  },
  now: 'Nu gekoppeld',
  before: 'Eerder gekoppeld',
  offered: 'Deze codes openen',
  invoices: 'Facturen van Stella',
  none: 'Geen',
  notYet: 'Nog niet gekoppeld',
  earlier: (moment: string) => `Eerder, op ${moment}`,
  bookedHere: (count: number, lastAt: string | null) =>
    lastAt === null ? `${count} geboekt` : `${count} geboekt, laatst ${lastAt}`,
  why: {
    other: 'Hoe weet Stella dat het andere boeken zijn?',
    unsure: 'Waarom weet Stella dat niet zeker?',
    first: 'Wat weet Stella van deze boeken?',
  },
  reasons: (facts: Facts, offered: string, mark: Mark) => [
    ...(facts.administration === 'other' ? ['e-Boekhouden.nl kent ze als een andere administratie.'] : []),
    ...(facts.code2 === 'other'
      ? ['Beveiligingscode 2 is een andere, en die hoort bij één administratie.']
      : []),
    ...(facts.name === 'other' ? ['De naam van de administratie is een andere.'] : []),
    ...(facts.username === 'other' ? ['De gebruikersnaam is een andere.'] : []),
    ...(facts.mark === 'other' && mark !== null
      ? [`Mutatie ${mark.mutationNumber}, van factuur ${mark.number}, staat niet in ${offered}.`]
      : []),
    ...(facts.mark === 'unknown' ? ['Er is geen boeking waaraan de boeken te herkennen zijn.'] : []),
  ],
  whatStays: 'Wat blijft, en wat wacht?',
  bookedTitle: (count: number, books: string) =>
    count === 0
      ? `In ${books} staat nog geen factuur`
      : `${facturen(count)} ${count === 1 ? 'blijft' : 'blijven'} in ${books}`,
  bookedText: (count: number, first: string, last: string) =>
    count === 0
      ? 'Er is niets dat moet blijven waar het staat.'
      : count === 1
        ? `${first}. Die is daar geboekt en blijft daar, wat u ook kiest.`
        : `${first} tot en met ${last}. Ze zijn daar geboekt en blijven daar, wat u ook kiest.`,
  waitingTitle: (count: number, number: string) =>
    count === 1 ? `Factuur ${number} wacht` : `${count} facturen wachten`,
  waitingText: (
    count: number,
    invoices: readonly { readonly customer: string; readonly number: string }[],
  ) =>
    count === 1
      ? `${sentence(invoices[0]?.customer ?? '')} Nog niet geboekt, dus hij staat nergens. Hij mag naar de boeken die u kiest.`
      : `${invoices.map(({ number }) => number).join(', ')}${count > invoices.length ? ' en meer' : ''}. Nog niet geboekt, dus ze staan nergens. Ze mogen naar de boeken die u kiest.`,
  unknownTitle: (number: string) => `Factuur ${number} wacht op zekerheid`,
  unknownText: (customer: string, time: string, books: string) =>
    `${sentence(customer)} Verstuurd naar ${books}, om ${time} voor het laatst nagekeken, maar zonder duidelijk antwoord. Misschien staat hij daar al. Tot dat zeker is, gaat hij nergens anders heen.`,
  moreUnknown: (count: number) =>
    `En nog ${facturen(count)} die op zekerheid ${count === 1 ? 'wacht' : 'wachten'}`,
  moreUnknownText: 'Ook die gaan nergens anders heen tot het zeker is.',
  how: 'Hoe wilt u verder?',
  choices: {
    stay: ({ current }: Asked) => (current?.isLinked ? `Bij ${current.name} blijven` : 'Niet koppelen'),
    same: ({ current }: Asked) => `Het zijn de boeken van ${current?.name ?? ''}`,
    switch: ({ current, offered }: Asked) =>
      current === null ? `Koppelen met ${offered.name}` : `Overstappen naar ${offered.name}`,
  },
  theseCodes: 'Deze codes',
  newInvoices: 'Nieuwe facturen',
  waitingOf: (count: number, number: string) => (count === 1 ? number : `${number} en ${count - 1} meer`),
  codesThen: {
    stay: ({ current }: Asked): Then => ({
      what: 'Worden niet bewaard',
      how: current?.isLinked ? 'De codes van nu blijven gelden.' : '',
    }),
    same: (): Then => ({ what: 'Worden bewaard', how: 'Ze komen in de plaats van die van nu.' }),
    switch: ({ current }: Asked, unknown: string | null): Then => ({
      what: 'Worden bewaard',
      how: !current?.isLinked
        ? ''
        : unknown === null
          ? `Die van ${current.name} worden gewist.`
          : `De codes van nu bewaart Stella nog om ${unknown} op te zoeken.`,
    }),
  },
  goTo: (books: string, how: string): Then => ({ what: `Naar ${books}`, how }),
  notLinked: { what: 'Nergens heen', how: 'Ze worden geboekt als u koppelt.' } as Then,
  keepsWaiting: { what: 'Blijft wachten', how: 'Tot u koppelt.' } as Then,
  newRelations: 'Klanten komen daar opnieuw als relatie, bij hun eerste factuur.',
  byItself: 'Vanzelf, zodra e-Boekhouden.nl antwoord geeft.',
  atOnce: 'Meteen daarna.',
  unknownThen: {
    stay: (_books: string, next: string | null): Then => ({
      what: 'Stella zoekt op',
      how: next === null ? 'U hoeft niets te doen.' : `Om ${next} opnieuw; u hoeft niets te doen.`,
    }),
    same: (): Then => ({ what: 'Stella zoekt op', how: 'U hoeft niets te doen.' }),
    switch: (books: string): Then => ({
      what: 'Stella zoekt eerst op',
      how: `Staat hij in ${books}, dan blijft hij daar. Zo niet, dan vraagt Stella het u.`,
    }),
  },
  verbs: { none: 'Verder', stay: 'Blijven', same: 'Codes bewaren', switch: 'Overstappen' },
  otherCodes: 'Andere codes invoeren',
  note: (current: string) =>
    `Overstappen komt met uw naam in de activiteitenlog. U kunt later terug door de codes van ${current} opnieuw in te voeren.`,
  stayed: 'Er is niets veranderd.',
  failed: 'Er is niets veranderd',
}
