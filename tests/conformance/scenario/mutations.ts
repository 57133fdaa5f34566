import { high, highPaid, line, low, mutation, mutationFilter, plainLine } from './requests.ts'
import type { Elements, Step } from './step.ts'

const sale = { Soort: 'FactuurVerstuurd', Rekening: '1300', RelatieCode: 'K1' }
const purchase = { Soort: 'FactuurOntvangen', Rekening: '1600', RelatieCode: 'L1' }
const threeLines = [
  line('100.00', '21.00', '121.00', { ...high, TegenrekeningCode: '8000', KostenplaatsID: 1 }),
  line('50', '4.5', '54.5', { ...low, TegenrekeningCode: '8020' }),
  plainLine('10', '8000'),
]

function booked(says: string, request: Elements, number: string): Step {
  return {
    says,
    operation: 'AddMutatie',
    request,
    answers: { ErrorMsg: { LastErrorCode: '', LastErrorDescription: '' }, Mutatienummer: number },
  }
}

function refused(says: string, code: string, request: Elements): Step {
  return { says, operation: 'AddMutatie', request, refused: code }
}

/** Invoices into the books, and what is kept out of them. */
export const invoices: Step[] = [
  booked(
    'books an invoice excluding VAT, of three rates',
    mutation(
      { ...sale, Factuurnummer: '2026-0001', Boekstuk: 'B-1', Omschrijving: 'Brood & “koek” €' },
      threeLines,
    ),
    '1',
  ),
  booked(
    'books an invoice including VAT',
    mutation(
      {
        ...{ ...sale, RelatieCode: 'P1', Factuurnummer: '2026-0002', Omschrijving: 'Taart' },
        ...{ InExBTW: 'IN', Betalingstermijn: '30', Datum: '2026-01-31' },
      },
      [line('100', '21', '121', { ...high, BedragInvoer: '121', TegenrekeningCode: '8000' })],
    ),
    '2',
  ),
  booked(
    'books a credit: the same kind, with negative amounts',
    mutation({ ...sale, Factuurnummer: '2026-0003', Omschrijving: 'Retour', Datum: '2026-02-02' }, [
      line('-50', '-10.5', '-60.5', { ...high, TegenrekeningCode: '8000' }),
    ]),
    '3',
  ),
  booked(
    'books an invoice that was received',
    mutation({ ...purchase, Factuurnummer: 'INK-9', Omschrijving: 'Meel' }, [
      line('200', '42', '242', { ...highPaid, TegenrekeningCode: '4000', KostenplaatsID: 2 }),
    ]),
    '4',
  ),
  refused(
    'books no second invoice with the number',
    'CMUT019',
    mutation({ ...sale, Factuurnummer: '2026-0001', Omschrijving: 'Nog eens' }, threeLines),
  ),
  refused(
    'books no second invoice of the supplier with the number',
    'CMUT018',
    mutation({ ...purchase, Factuurnummer: 'INK-9', Omschrijving: 'Nog eens' }, [
      line('200', '42', '242', { ...highPaid, TegenrekeningCode: '4000' }),
    ]),
  ),
  refused(
    'knows no such relation',
    'CMUT017',
    mutation({ ...sale, RelatieCode: 'X9', Factuurnummer: '2026-0004', Omschrijving: 'A' }, threeLines),
  ),
  refused(
    'wants a debtors account for an invoice that was sent',
    'CMUT016',
    mutation({ ...sale, Rekening: '1600', Factuurnummer: '2026-0004', Omschrijving: 'A' }, threeLines),
  ),
  refused(
    'adds up',
    'CMUT010',
    mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A' }, [
      line('100', '21', '122', { ...high, TegenrekeningCode: '8000' }),
    ]),
  ),
  refused(
    'multiplies',
    'CMUT010.1',
    mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A' }, [
      line('100', '9', '109', { ...high, TegenrekeningCode: '8000' }),
    ]),
  ),
  refused(
    'knows no such VAT code',
    'CMUT033',
    mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A' }, [
      line('100', '21', '121', { BTWCode: 'HOOG_21', BTWPercentage: '21', TegenrekeningCode: '8000' }),
    ]),
  ),
  refused(
    'books in the years 1980 to 2049',
    'CMUT004',
    mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A', Datum: '1979-12-31' }, threeLines),
  ),
  refused('wants lines', 'CMUT006', mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A' }, [])),
  {
    says: 'faults on a kind that the WSDL does not have',
    operation: 'AddMutatie',
    request: mutation(
      { ...sale, Soort: 'Creditnota', Factuurnummer: '2026-0004', Omschrijving: 'A' },
      threeLines,
    ),
    fault: 'client',
  },
  {
    says: 'faults on a day that does not exist',
    operation: 'AddMutatie',
    request: mutation(
      { ...sale, Factuurnummer: '2026-0004', Omschrijving: 'A', Datum: '2026-02-30T00:00:00' },
      threeLines,
    ),
    fault: 'client',
    // It makes a Date of it, and that is the second of March.
    mendedBy: ['strong-soap'],
  },
  {
    says: 'faults on a text that is too long for the books',
    operation: 'AddMutatie',
    request: mutation({ ...sale, Factuurnummer: '2026-0004', Omschrijving: 'x'.repeat(201) }, threeLines),
    fault: 'server',
  },
  {
    says: 'finds an invoice by its number, whole',
    operation: 'GetMutaties',
    request: mutationFilter({ Factuurnummer: '2026-0001' }),
    answers: {
      Mutaties: [
        {
          ...{ MutatieNr: '1', Soort: 'FactuurVerstuurd', Datum: '2026-01-15', Rekening: '1300' },
          ...{ RelatieCode: 'K1', Factuurnummer: '2026-0001', Boekstuk: 'B-1', Betalingstermijn: '14' },
          ...{ Omschrijving: 'Brood & “koek” €', InExBTW: 'EX' },
          MutatieRegels: [
            {
              ...{ BedragInvoer: '100', BedragExclBTW: '100', BedragBTW: '21', BedragInclBTW: '121' },
              ...{ ...high, TegenrekeningCode: '8000', KostenplaatsID: '1', Factuurnummer: '2026-0001' },
            },
            { BedragExclBTW: '50', BedragBTW: '4.5', BedragInclBTW: '54.5', TegenrekeningCode: '8020' },
            { BedragExclBTW: '10', BedragBTW: '0', BedragInclBTW: '10', BTWCode: 'GEEN' },
          ],
        },
      ],
    },
  },
  {
    says: 'finds mutations between two days, the ends included',
    operation: 'GetMutaties',
    request: mutationFilter({ DatumVan: '2026-01-31', DatumTm: '2026-02-02' }),
    answers: { Mutaties: [{ MutatieNr: '2', InExBTW: 'IN' }, { MutatieNr: '3' }] },
  },
  {
    says: 'finds mutations between two numbers, the ends included',
    operation: 'GetMutaties',
    request: mutationFilter({ MutatieNrVan: 3, MutatieNrTm: 4 }),
    answers: { Mutaties: [{ MutatieNr: '3' }, { MutatieNr: '4', Soort: 'FactuurOntvangen' }] },
  },
  {
    says: 'finds no mutation, and says so with an empty list',
    operation: 'GetMutaties',
    request: mutationFilter({ Factuurnummer: '2026-0004' }),
    answers: { ErrorMsg: { LastErrorCode: '' }, Mutaties: [] },
  },
]
