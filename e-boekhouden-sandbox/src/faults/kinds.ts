import type { OperationName } from '../protocol/operations.ts'

export interface FaultKindDescription {
  /** On the screens, in Dutch. */
  title: string
  explanation: string
  /** The operations it applies to; without it, all. */
  operations?: readonly OperationName[]
  /** The parameters it takes, with what they are when they are not given. */
  defaults: FaultParameters
}

export interface FaultParameters {
  moment?: 'before' | 'after'
  seconds?: number
  status?: number
  code?: string
  subject?: string
  through?: string
  variant?: 'latin1' | 'utf16' | 'bom' | 'undeclared'
}

const bookingOperations = ['AddMutatie', 'AddFactuur'] as const
const readingOperations = [
  'GetMutaties',
  'GetRelaties',
  'GetGrootboekrekeningen',
  'GetOpenPosten',
  'GetFacturen',
  'GetSaldo',
  'GetSaldi',
] as const

function kind<const T extends FaultKindDescription>(description: T): T {
  return description
}

/** Every fault the sandbox can play. */
export const faultKinds = {
  no_answer: kind({
    title: 'Geen antwoord',
    explanation: 'De aanroep wordt uitgevoerd (of niet), maar er komt nooit een antwoord.',
    defaults: { moment: 'after', seconds: 300 },
  }),
  answer_lost: kind({
    title: 'Antwoord gaat verloren',
    explanation: 'De verbinding wordt netjes gesloten zonder dat er een antwoord is gegeven.',
    defaults: { moment: 'after' },
  }),
  slow: kind({
    title: 'Traag',
    explanation: 'Het antwoord komt pas na een aantal seconden; de wachttijd valt voor of na het uitvoeren.',
    defaults: { moment: 'after', seconds: 10 },
  }),
  reset: kind({
    title: 'Verbinding afgebroken',
    explanation: 'De verbinding wordt hard verbroken, voor of na het uitvoeren.',
    defaults: { moment: 'after' },
  }),
  http_error: kind({
    title: 'HTTP-fout',
    explanation: 'Een foutstatus van de webserver, voor of na het uitvoeren.',
    defaults: { moment: 'before', status: 500 },
  }),
  html_page: kind({
    title: 'Webpagina in plaats van XML',
    explanation: 'HTTP 200 met een onderhoudspagina, voor of na het uitvoeren.',
    defaults: { moment: 'before' },
  }),
  soap_fault: kind({
    title: 'SOAP-fout',
    explanation: 'Een soap:Server-fout met HTTP 500, voor of na het uitvoeren.',
    defaults: { moment: 'before' },
  }),
  truncated_xml: kind({
    title: 'Half antwoord',
    explanation: 'Het antwoord breekt halverwege af.',
    defaults: {},
  }),
  wrong_charset: kind({
    title: 'Verkeerde tekenset',
    explanation: 'Het antwoord zegt UTF-8 te zijn en is het niet, of begint met een BOM.',
    defaults: { variant: 'latin1' },
  }),
  hostile_answer: kind({
    title: 'Vijandig antwoord',
    explanation: 'Het antwoord heeft een DOCTYPE met entiteiten die zich vermenigvuldigen.',
    defaults: {},
  }),
  empty_result: kind({
    title: 'Leeg resultaat',
    explanation: 'De aanroep is uitgevoerd, maar het resultaat is leeg en het nummer 0.',
    defaults: {},
  }),
  refused: kind({
    title: 'Geweigerd met een code',
    explanation: 'De dienst weigert met een foutcode naar keuze.',
    defaults: { code: 'CMUT033' },
  }),
  session_dies: kind({
    title: 'Sessie verloopt',
    explanation: 'De sessie van de aanroep is ineens voorbij.',
    defaults: { code: 'E002.3' },
  }),
  codes_revoked: kind({
    title: 'Codes ingetrokken',
    explanation: 'Inloggen wordt geweigerd en lopende sessies zijn weg.',
    defaults: { code: 'E001.1' },
  }),
  call_limit: kind({
    title: 'Maandlimiet bereikt',
    explanation: 'GetMutaties antwoordt dat het maximum van de maand is bereikt.',
    operations: ['GetMutaties'],
    defaults: {},
  }),
  period_closed: kind({
    title: 'Periode afgesloten',
    explanation: 'Boeken tot en met een datum kan niet meer; zonder datum kan er niets worden geboekt.',
    operations: bookingOperations,
    defaults: { through: '2049-12-31' },
  }),
  account_missing: kind({
    title: 'Rekening ontbreekt',
    explanation: 'Een grootboekrekening bestaat even niet.',
    operations: [...bookingOperations, 'GetGrootboekrekeningen', 'GetSaldo', 'GetSaldi'],
    defaults: { subject: '8000' },
  }),
  relation_deleted: kind({
    title: 'Relatie verwijderd',
    explanation: 'Iemand heeft de relatie van de mutatie net uit de boeken gehaald.',
    operations: ['AddMutatie'],
    defaults: { subject: '' },
  }),
  number_taken: kind({
    title: 'Nummer al met de hand geboekt',
    explanation: 'Vlak ervoor boekt iemand een andere factuur met hetzelfde nummer.',
    operations: bookingOperations,
    defaults: {},
  }),
  booked_twice: kind({
    title: 'Dienst boekt zelf dubbel',
    explanation: 'De mutatie komt twee keer in de boeken; het antwoord noemt de eerste.',
    operations: ['AddMutatie'],
    defaults: {},
  }),
  stale_reads: kind({
    title: 'Verouderd lezen',
    explanation:
      'Wie leest, ziet de boeken van een aantal seconden geleden: zonder wat nieuw is, en met het oude van wat is gewijzigd.',
    operations: readingOperations,
    defaults: { seconds: 60 },
  }),
} as const

export type FaultKind = keyof typeof faultKinds

export const faultKindNames = Object.keys(faultKinds) as FaultKind[]

export function isFaultKind(name: unknown): name is FaultKind {
  return typeof name === 'string' && Object.hasOwn(faultKinds, name)
}

export function describeFault(name: FaultKind): FaultKindDescription {
  return faultKinds[name]
}
