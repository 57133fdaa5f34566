import type { Fields } from './soap-caller.ts'

/** A company that can be added as it is. */
export function relation(code: string, changes: Fields = {}): Fields {
  return {
    oRel: { ID: 0, AddDatum: '2026-11-22', Code: code, Bedrijf: `Bedrijf ${code}`, BP: 'B', ...changes },
  }
}

/** A line of € 100.00 without VAT at 21 % on 8000. */
export function mutationLine(changes: Fields = {}): Fields {
  return {
    BedragInvoer: '100.00',
    BedragExclBTW: '100.00',
    BedragBTW: '21.00',
    BedragInclBTW: '121.00',
    BTWCode: 'HOOG_VERK_21',
    BTWPercentage: '21',
    TegenrekeningCode: '8000',
    KostenplaatsID: 0,
    ...changes,
  }
}

/** A line without VAT, as payments have. */
export function plainLine(amount: string, account: string, changes: Fields = {}): Fields {
  return mutationLine({
    BedragInvoer: amount,
    BedragExclBTW: amount,
    BedragBTW: '0',
    BedragInclBTW: amount,
    BTWCode: 'GEEN',
    BTWPercentage: '0',
    TegenrekeningCode: account,
    ...changes,
  })
}

/** A sales invoice of € 121.00 to relation K1. */
export function mutation(
  invoiceNumber: string,
  changes: Fields = {},
  lines: Fields[] = [mutationLine()],
): Fields {
  return {
    oMut: {
      MutatieNr: 0,
      Soort: 'FactuurVerstuurd',
      Datum: '2026-11-22',
      Rekening: '1300',
      RelatieCode: 'K1',
      Factuurnummer: invoiceNumber,
      Boekstuk: '',
      Omschrijving: `Factuur ${invoiceNumber}`,
      Betalingstermijn: '14',
      Betalingskenmerk: '',
      InExBTW: 'EX',
      MutatieRegels: { cMutatieRegel: lines },
      ...changes,
    },
  }
}

/** A payment of a sales invoice to relation K1. */
export function payment(invoiceNumber: string, amount: string, changes: Fields = {}): Fields {
  const paid = { Soort: 'FactuurbetalingOntvangen', Rekening: '1010', ...changes }
  return mutation(invoiceNumber, paid, [plainLine(amount, '1300')])
}

export function invoiceLine(changes: Fields = {}): Fields {
  return {
    Aantal: '2.5',
    Eenheid: 'uur',
    Code: 'UUR',
    Omschrijving: 'Arbeid',
    PrijsPerEenheid: '60',
    BTWCode: 'HOOG_VERK_21',
    TegenrekeningCode: '8010',
    KostenplaatsID: 0,
    ...changes,
  }
}

/** An invoice of € 181.50 to relation K1 that is booked too. */
export function invoice(changes: Fields = {}, lines: Fields[] = [invoiceLine()]): Fields {
  return {
    oFact: {
      Factuurnummer: '',
      Relatiecode: 'K1',
      Datum: '2026-11-22',
      Betalingstermijn: 14,
      Factuursjabloon: 'Standaard',
      PerEmailVerzenden: 'false',
      AutomatischeIncasso: 'false',
      IncassoMachtigingDatumOndertekening: '2026-11-22',
      IncassoMachtigingFirst: 'false',
      InBoekhoudingPlaatsen: 'true',
      BoekhoudmutatieOmschrijving: 'Uren',
      Regels: { cFactuurRegel: lines },
      ...changes,
    },
  }
}

export const everything = { cFilter: { MutatieNr: 0, DatumVan: '1980-01-01', DatumTm: '2049-12-31' } }
