import { books, hours, invoice, invoiceFilter, mutation, mutationFilter, plainLine } from './requests.ts'
import type { Elements, Step } from './step.ts'

function refused(says: string, code: string, request: Elements): Step {
  return { says, operation: 'AddFactuur', request, refused: code }
}

/** Invoices that the service writes itself, booked and not. */
export const ownInvoices: Step[] = [
  {
    says: 'writes an invoice and gives it the next number',
    operation: 'AddFactuur',
    request: invoice({ Factuurnummer: '', Relatiecode: 'K1' }, [hours('2')]),
    answers: { ErrorMsg: { LastErrorCode: '' }, Factuurnummer: 'F00001' },
  },
  {
    says: 'has not booked it',
    operation: 'GetMutaties',
    request: mutationFilter({ Factuurnummer: 'F00001' }),
    answers: { Mutaties: [] },
  },
  {
    says: 'writes an invoice with a number of its caller and books it',
    operation: 'AddFactuur',
    request: invoice(
      {
        ...{ Factuurnummer: 'F2026-7', Relatiecode: 'P1', InBoekhoudingPlaatsen: true },
        BoekhoudmutatieOmschrijving: 'Uren en boeken',
      },
      [hours('1.5'), books('2')],
    ),
    answers: { Factuurnummer: 'F2026-7' },
  },
  {
    says: 'has booked it: a line for each VAT code and account',
    operation: 'GetMutaties',
    request: mutationFilter({ Factuurnummer: 'F2026-7' }),
    answers: {
      Mutaties: [
        {
          ...{ MutatieNr: '11', Soort: 'FactuurVerstuurd', Datum: '2026-02-01', Rekening: '1300' },
          ...{ RelatieCode: 'P1', Omschrijving: 'Uren en boeken', Betalingstermijn: '30' },
          MutatieRegels: [
            { BedragExclBTW: '90', BedragBTW: '18.9', BedragInclBTW: '108.9', TegenrekeningCode: '8010' },
            { BedragExclBTW: '50', BedragBTW: '4.5', BedragInclBTW: '54.5', TegenrekeningCode: '8000' },
          ],
        },
      ],
    },
  },
  {
    says: 'takes a payment of it in part',
    operation: 'AddMutatie',
    request: mutation(
      {
        ...{ Soort: 'FactuurbetalingOntvangen', Rekening: '1010', RelatieCode: 'P1' },
        ...{ Factuurnummer: 'F2026-7', Omschrijving: 'Eerste deel' },
      },
      [plainLine('63.4', '1300')],
    ),
    answers: { Mutatienummer: '12' },
  },
  {
    says: 'shows the invoice with what is left of it',
    operation: 'GetFacturen',
    request: invoiceFilter('F2026-7'),
    answers: {
      Facturen: [
        {
          ...{ Factuurnummer: 'F2026-7', Relatiecode: 'P1', Datum: '2026-02-01', Betalingstermijn: '30' },
          ...{ TotaalExclBTW: '140', TotaalBTW: '23.4', TotaalInclBTW: '163.4', TotaalOpenstaand: '100' },
          Regels: [
            { Aantal: '1.5', Eenheid: 'uur', Code: 'UUR', PrijsPerEenheid: '60', BTWCode: 'HOOG_VERK_21' },
            { Aantal: '2', Code: 'BOEK', Omschrijving: 'Handboek', TegenrekeningCode: '8000' },
          ],
        },
      ],
    },
  },
  {
    says: 'lists all invoices it wrote',
    operation: 'GetFacturen',
    request: invoiceFilter(''),
    answers: { Facturen: [{ Factuurnummer: 'F00001', TotaalOpenstaand: '145.2' }, {}] },
  },
  refused(
    'gives no number twice, not even one of the books',
    'CFACT026',
    invoice({ Factuurnummer: '2026-0001', Relatiecode: 'K1' }, [hours('1')]),
  ),
  refused(
    'writes to no relation it does not know',
    'CFACT025',
    invoice({ Factuurnummer: 'F9', Relatiecode: 'X9' }, [hours('1')]),
  ),
  refused(
    'has no such template',
    'CFACT028',
    invoice({ Factuurnummer: 'F9', Relatiecode: 'K1', Factuursjabloon: 'Kerst' }, [hours('1')]),
  ),
  refused(
    'knows no such VAT code',
    'CFACT042',
    invoice({ Factuurnummer: 'F9', Relatiecode: 'K1' }, [{ ...hours('1'), BTWCode: 'HOOG_21' }]),
  ),
]
