import { high, highPaid, line, mutation, plainLine } from './requests.ts'
import type { Elements, Step } from './step.ts'

const received = { Soort: 'FactuurbetalingOntvangen', Rekening: '1010', RelatieCode: 'K1' }

function booked(says: string, request: Elements, number: string): Step {
  return { says, operation: 'AddMutatie', request, answers: { Mutatienummer: number } }
}

/** Money that comes and goes, and what is open before and after. */
export const payments: Step[] = [
  {
    says: 'lists what debtors owe',
    operation: 'GetOpenPosten',
    request: { OpSoort: 'Debiteuren' },
    answers: {
      Openposten: [
        {
          ...{ MutDatum: '2026-01-15', MutFactuur: '2026-0001', RelCode: 'K1', RelBedrijf: 'Café Zoë' },
          ...{ Bedrag: '185.5', Voldaan: '0', Openstaand: '185.5' },
        },
        { MutFactuur: '2026-0002', RelCode: 'P1', Openstaand: '121' },
        { MutFactuur: '2026-0003', Openstaand: '-60.5' },
      ],
    },
  },
  booked(
    'takes a payment in part',
    mutation({ ...received, Factuurnummer: '2026-0001', Omschrijving: 'Eerste deel' }, [
      plainLine('100', '1300'),
    ]),
    '5',
  ),
  {
    says: 'shows what is left',
    operation: 'GetOpenPosten',
    request: { OpSoort: 'Debiteuren' },
    answers: {
      Openposten: [
        { MutFactuur: '2026-0001', Bedrag: '185.5', Voldaan: '100', Openstaand: '85.5' },
        { MutFactuur: '2026-0002' },
        { MutFactuur: '2026-0003' },
      ],
    },
  },
  booked(
    'takes the rest',
    mutation({ ...received, Factuurnummer: '2026-0001', Omschrijving: 'Tweede deel' }, [
      plainLine('85.5', '1300'),
    ]),
    '6',
  ),
  {
    says: 'lists the invoice no longer',
    operation: 'GetOpenPosten',
    request: { OpSoort: 'Debiteuren' },
    answers: { Openposten: [{ MutFactuur: '2026-0002' }, { MutFactuur: '2026-0003' }] },
  },
  {
    says: 'takes no payment of an invoice it does not have',
    operation: 'AddMutatie',
    request: mutation({ ...received, Factuurnummer: '2026-0099', Omschrijving: 'Wat?' }, [
      plainLine('1', '1300'),
    ]),
    refused: 'CMUT026',
  },
  {
    says: 'takes a payment on the debtors account alone',
    operation: 'AddMutatie',
    request: mutation({ ...received, Factuurnummer: '2026-0001', Omschrijving: 'Wat?' }, [
      plainLine('1', '8000'),
    ]),
    refused: 'CMUT027',
  },
  booked(
    'pays a supplier in part',
    mutation(
      {
        ...{ Soort: 'FactuurbetalingVerstuurd', Rekening: '1010', RelatieCode: 'L1' },
        ...{ Factuurnummer: 'INK-9', Omschrijving: 'Eerste deel' },
      },
      [plainLine('42', '1600')],
    ),
    '7',
  ),
  {
    says: 'lists what is owed to creditors',
    operation: 'GetOpenPosten',
    request: { OpSoort: 'Crediteuren' },
    answers: {
      Openposten: [{ MutFactuur: 'INK-9', RelCode: 'L1', Bedrag: '242', Voldaan: '42', Openstaand: '200' }],
    },
  },
  booked(
    'takes money without an invoice or a relation',
    mutation(
      {
        ...{ Soort: 'GeldOntvangen', Rekening: '1010', RelatieCode: '', Factuurnummer: '' },
        ...{ Betalingstermijn: '', Omschrijving: 'Pinbetalingen', InExBTW: 'IN' },
      },
      [line('50', '10.5', '60.5', { ...high, BedragInvoer: '60.5', TegenrekeningCode: '8010' })],
    ),
    '8',
  ),
  booked(
    'pays money without an invoice',
    mutation(
      {
        ...{ Soort: 'GeldUitgegeven', Rekening: '1000', RelatieCode: '', Factuurnummer: '' },
        ...{ Betalingstermijn: '', Omschrijving: 'Postzegels' },
      },
      [line('10', '2.1', '12.1', { ...highPaid, TegenrekeningCode: '4000' })],
    ),
    '9',
  ),
  booked(
    'takes a journal entry',
    mutation(
      {
        ...{ Soort: 'Memoriaal', Rekening: '2000', RelatieCode: '', Factuurnummer: '' },
        ...{ Betalingstermijn: '', Omschrijving: 'Inbreng' },
      },
      [plainLine('500', '0500')],
    ),
    '10',
  ),
]
