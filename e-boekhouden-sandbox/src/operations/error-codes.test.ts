import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { readFact } from '../testing/facts.ts'
import {
  invoice,
  invoiceLine,
  mutation,
  mutationLine,
  payment,
  plainLine,
  relation,
} from '../testing/messages.ts'
import { type Caller, type Fields, openCaller, post } from '../testing/soap-caller.ts'
import { codes, unreachableCodes } from './codes.ts'

const purchase = { Soort: 'FactuurOntvangen', Rekening: '1600' }
const purchaseLine = mutationLine({ BTWCode: 'HOOG_INK_21', TegenrekeningCode: '7000' })
const email = {
  PerEmailVerzenden: 'true',
  EmailBericht: 'Hierbij',
  EmailVanAdres: 'a@b.example',
  EmailOnderwerp: 'Factuur',
}
const directDebit = {
  AutomatischeIncasso: 'true',
  IncassoRekeningNummer: 'NL02ABNA0123456789',
  IncassoTnv: 'K1',
  IncassoPlaats: 'Urk',
  IncassoOmschrijvingRegel1: 'Factuur',
}
const account = (changes: Fields = {}) => ({
  oGb: { ID: 0, Code: '8020', Omschrijving: 'Omzet dagen', Categorie: 'VW', ...changes },
})

/** What reaches each code. The books hold relation K1, its open sales invoice V1, and the purchase invoice I1. */
const reached: Record<string, [operation: string, fields: Fields]> = {
  CMUT001: ['AddMutatie', mutation('N', { Rekening: '1301' })],
  'CMUT001.1': ['AddMutatie', mutation('N', {}, [mutationLine({ TegenrekeningCode: '8099' })])],
  CMUT003: ['AddMutatie', mutation('N', { InExBTW: '' })],
  'CMUT003.1': ['AddMutatie', mutation('N', { InExBTW: 'OP' })],
  CMUT004: ['AddMutatie', mutation('N', { Datum: '1979-12-31' })],
  CMUT005: ['AddMutatie', mutation('N', { Omschrijving: ' ' })],
  CMUT006: [
    'AddMutatie',
    mutation(
      'N',
      {},
      Array.from({ length: 101 }, () => mutationLine()),
    ),
  ],
  CMUT008: ['AddMutatie', mutation('N', { Soort: 'OpeningsSaldo' })],
  CMUT010: ['AddMutatie', mutation('N', {}, [mutationLine({ BedragInclBTW: '121.01' })])],
  'CMUT010.1': [
    'AddMutatie',
    mutation('N', {}, [mutationLine({ BedragBTW: '9.00', BedragInclBTW: '109.00' })]),
  ],
  CMUT011: ['AddMutatie', mutation('N', {}, [mutationLine({ BTWCode: 'HOOG_INK_21' })])],
  CMUT012: ['AddMutatie', mutation('N', {}, [mutationLine({ TegenrekeningCode: '1010' })])],
  CMUT013: ['AddMutatie', mutation('')],
  CMUT014: ['AddMutatie', mutation('N', { RelatieCode: '' })],
  CMUT015: ['AddMutatie', mutation('N', { ...purchase, Rekening: '1300' }, [purchaseLine])],
  CMUT016: ['AddMutatie', mutation('N', { Rekening: '8000' })],
  CMUT017: ['AddMutatie', mutation('N', { RelatieCode: 'WIE' })],
  CMUT018: ['AddMutatie', mutation('I1', purchase, [purchaseLine])],
  CMUT019: ['AddMutatie', mutation('V1')],
  CMUT020: ['AddMutatie', mutation('N', { Datum: '2020-12-31' })],
  CMUT021: ['AddMutatie', { oMut: twoLines(payment('V1', '10.00')) }],
  CMUT023: ['AddMutatie', payment('', '10.00')],
  CMUT024: ['AddMutatie', payment('V1', '10.00', { RelatieCode: '' })],
  CMUT025: ['AddMutatie', payment('V1', '10.00', { RelatieCode: 'WIE' })],
  CMUT026: ['AddMutatie', payment('V9', '10.00')],
  CMUT027: [
    'AddMutatie',
    mutation('V1', { Soort: 'FactuurbetalingOntvangen', Rekening: '1010' }, [plainLine('10', '8000')]),
  ],
  CMUT028: [
    'AddMutatie',
    mutation('I1', { Soort: 'FactuurbetalingVerstuurd', Rekening: '1010' }, [plainLine('10', '1300')]),
  ],
  CMUT033: ['AddMutatie', mutation('N', {}, [mutationLine({ BTWCode: 'HOOG' })])],
  CFACT004: ['AddFactuur', invoice({ Datum: '2050-01-01' })],
  CFACT006: ['AddFactuur', invoice({}, [])],
  CFACT014: ['AddFactuur', invoice({ Betalingstermijn: 0 })],
  CFACT024: ['AddFactuur', invoice({ Relatiecode: '' })],
  CFACT025: ['AddFactuur', invoice({ Relatiecode: 'WIE' })],
  CFACT026: ['AddFactuur', invoice({ Factuurnummer: 'V1' })],
  CFACT027: ['AddFactuur', invoice({ Factuursjabloon: '' })],
  CFACT028: ['AddFactuur', invoice({ Factuursjabloon: 'Mooi' })],
  CFACT029: ['AddFactuur', invoice({ ...email, EmailBericht: '' })],
  CFACT030: ['AddFactuur', invoice({ ...email, EmailVanAdres: '' })],
  CFACT031: ['AddFactuur', invoice({ ...email, EmailOnderwerp: '' })],
  CFACT032: ['AddFactuur', invoice({ BoekhoudmutatieOmschrijving: '' })],
  CFACT033: ['AddFactuur', invoice({ ...directDebit, IncassoRekeningNummer: '' })],
  CFACT034: ['AddFactuur', invoice({ ...directDebit, IncassoTnv: '' })],
  CFACT035: ['AddFactuur', invoice({ ...directDebit, IncassoPlaats: '' })],
  CFACT036: ['AddFactuur', invoice({ ...directDebit, IncassoOmschrijvingRegel1: '' })],
  CFACT037: ['AddFactuur', invoice({}, [invoiceLine({ Code: '' })])],
  CFACT038: ['AddFactuur', invoice({}, [invoiceLine({ BTWCode: '' })])],
  CFACT039: ['AddFactuur', invoice({}, [invoiceLine({ Omschrijving: '' })])],
  CFACT040: ['AddFactuur', invoice({}, [invoiceLine({ TegenrekeningCode: '' })])],
  CFACT042: ['AddFactuur', invoice({}, [invoiceLine({ BTWCode: 'HOOG' })])],
  CFACT212: ['AddFactuur', invoice({}, [invoiceLine({ KostenplaatsID: 77 })])],
  CGB001: ['AddGrootboekrekening', account({ Code: '8000' })],
  'CGB001.1': ['UpdateGrootboekrekening', account({ ID: 16, Code: '8000' })],
  CGB002: ['AddGrootboekrekening', account({ Omschrijving: '' })],
  'CGB002.1': ['UpdateGrootboekrekening', account({ ID: 16, Omschrijving: '' })],
  CGB005: ['AddGrootboekrekening', account({ Categorie: '' })],
  'CGB005.1': ['UpdateGrootboekrekening', account({ ID: 16, Categorie: '' })],
  CGB006: ['AddGrootboekrekening', account({ Categorie: 'DEB' })],
  'CGB006.1': ['UpdateGrootboekrekening', account({ ID: 16, Categorie: 'DEB' })],
  CGB007: ['UpdateGrootboekrekening', account({ ID: 99 })],
  CGN003: ['AddGrootboekrekening', account({ Code: '' })],
  'CGN003.1': ['UpdateGrootboekrekening', account({ ID: 16, Code: '' })],
  CREL001: ['AddRelatie', relation('k1')],
  CREL002: ['UpdateRelatie', relation('K9')],
  CREL003: ['AddRelatie', relation(' ')],
  CREL004: ['AddRelatie', relation('K9', { Bedrijf: '' })],
  CREL005: ['AddRelatie', relation('K9', { BP: 'X' })],
}

/** Codes of logging in and of limits, reached in tests of their own: `sessions.test.ts`, `limits.test.ts`. */
const elsewhere = [
  ...['E001.1', 'E001.2', 'E001.3', 'E001.5', 'E001.7', 'E002.1', 'E002.2', 'E002.3', 'E002.4', 'E002.5'],
  'E003.1',
]

describe('the codes of the service', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeAll(async () => {
    sandbox = await startSandbox({ settings: { errorCodes: 'dotted' } })
    caller = await openCaller(sandbox)
    for (const [operation, fields] of [
      ['AddRelatie', relation('K1')],
      ['AddMutatie', mutation('V1')],
      ['AddMutatie', mutation('I1', purchase, [purchaseLine])],
    ] as const) {
      expect((await caller.call(operation, fields)).code).toBe('')
    }
    sandbox.changeAdministration({ closedThrough: '2020-12-31' })
  })
  afterAll(() => sandbox.close())

  it.each(Object.entries(reached))('%s', async (code, [operation, fields]) => {
    const before = JSON.stringify(sandbox.books())
    const answer = await caller.call(operation, fields)
    expect(answer.code).toBe(code)
    expect(answer.status).toBe(200)
    expect(answer.value('LastErrorDescription')).not.toBe('')
    expect(JSON.stringify(sandbox.books())).toBe(before)
  })

  it('CMUT014 also for a missing or unreadable term', async () => {
    for (const Betalingstermijn of ['', '14d']) {
      expect((await caller.call('AddMutatie', mutation('N', { Betalingstermijn }))).code).toBe('CMUT014')
    }
  })

  it('CMUT004 for a date that is missing or too late, CMUT006 for no line', async () => {
    for (const Datum of [undefined, '', '2050-01-01']) {
      expect((await caller.call('AddMutatie', mutation('N', { Datum }))).code).toBe('CMUT004')
    }
    expect((await caller.call('AddMutatie', mutation('N', { MutatieRegels: {} }))).code).toBe('CMUT006')
  })

  it('CMUT020 and CMUT012 also for invoices that are booked', async () => {
    expect((await caller.call('AddFactuur', invoice({ Datum: '2020-01-01' }))).code).toBe('CMUT020')
    const onBank = invoice({}, [invoiceLine({ TegenrekeningCode: '1010' })])
    expect((await caller.call('AddFactuur', onBank)).code).toBe('CMUT012')
  })

  it('CFACT006 also for more than 100 lines of an invoice', async () => {
    const lines = Array.from({ length: 101 }, () => invoiceLine())
    expect((await caller.call('AddFactuur', invoice({}, lines))).code).toBe('CFACT006')
    expect((await caller.call('AddFactuur', invoice({}, lines.slice(1)))).code).toBe('')
  })

  it('gives a failed call the number 0 and no list', async () => {
    expect((await caller.call('AddMutatie', mutation('V1'))).value('Mutatienummer')).toBe('0')
    const unknown = await post(sandbox, 'GetMutaties', { SessionID: '', SecurityCode2: '' })
    expect(unknown.code).toBe('E002.1')
    expect(unknown.all('Mutaties')).toHaveLength(0)
  })

  it('are all reached by a test', () => {
    const untested = Object.keys(codes).filter(
      (code) =>
        !Object.hasOwn(reached, code) && !elsewhere.includes(code) && !Object.hasOwn(unreachableCodes, code),
    )
    expect(untested).toEqual([])
  })

  const manual = readFact('soap-error-codes.tsv')
  it.runIf(manual !== undefined)('are those of the manual and no fewer', () => {
    const [, ...rows] = (manual ?? '').trim().split('\n')
    const listed = rows.map((row) => row.split('\t')[0] ?? '').filter((code) => code !== 'E0023')
    expect(listed.filter((code) => !Object.hasOwn(codes, code))).toEqual([])
  })
})

function twoLines(fields: Fields): Fields {
  return {
    ...(fields.oMut as Fields),
    MutatieRegels: { cMutatieRegel: [plainLine('5', '1300'), plainLine('5', '1300')] },
  }
}
