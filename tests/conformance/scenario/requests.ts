import type { Elements } from './step.ts'

// Whole requests, with every element that the WSDL requires: PHP's client refuses to send others.

/** A relation with the given fields; the others that are required are empty. */
export function relation(fields: Elements): Elements {
  return {
    ...{ ID: 0, AddDatum: '2026-01-01', BP: 'B', Gb_ID: 0, GeenEmail: 0, NieuwsbriefgroepenCount: 0 },
    ...fields,
  }
}

/** A mutation with its lines; of 15 January 2026, excluding VAT, unless said otherwise. */
export function mutation(fields: Elements, lines: Elements[]): { oMut: Elements } {
  return {
    oMut: {
      ...{ MutatieNr: 0, Datum: '2026-01-15', Betalingstermijn: '14', InExBTW: 'EX' },
      ...fields,
      MutatieRegels: { cMutatieRegel: lines },
    },
  }
}

/** A line of which the amount excluding VAT was entered. */
export function line(excl: string, vat: string, incl: string, more: Elements): Elements {
  return {
    BedragInvoer: excl,
    BedragExclBTW: excl,
    BedragBTW: vat,
    BedragInclBTW: incl,
    KostenplaatsID: 0,
    ...more,
  }
}

/** A line without VAT. */
export function plainLine(amount: string, counterAccount: string): Elements {
  return line(amount, '0', amount, {
    BTWCode: 'GEEN',
    BTWPercentage: '0',
    TegenrekeningCode: counterAccount,
  })
}

export const high = { BTWCode: 'HOOG_VERK_21', BTWPercentage: '21' }
export const low = { BTWCode: 'LAAG_VERK_9', BTWPercentage: '9' }
export const highPaid = { BTWCode: 'HOOG_INK_21', BTWPercentage: '21' }

/** An invoice that the service is to write; neither mailed nor collected. */
export function invoice(fields: Elements, lines: Elements[]): { oFact: Elements } {
  return {
    oFact: {
      ...{ Datum: '2026-02-01', Betalingstermijn: 30, Factuursjabloon: 'Standaard' },
      ...{ PerEmailVerzenden: false, AutomatischeIncasso: false, InBoekhoudingPlaatsen: false },
      ...{ IncassoMachtigingDatumOndertekening: '2026-01-01', IncassoMachtigingFirst: false },
      ...fields,
      Regels: { cFactuurRegel: lines },
    },
  }
}

/** The hours of the list of articles, 60.00 each. */
export function hours(quantity: string): Elements {
  return {
    ...{ Aantal: quantity, Eenheid: 'uur', Code: 'UUR', Omschrijving: 'Arbeid', PrijsPerEenheid: '60' },
    ...{ BTWCode: 'HOOG_VERK_21', TegenrekeningCode: '8010', KostenplaatsID: 0 },
  }
}

/** The book of the list of articles, 25.00 each. */
export function books(quantity: string): Elements {
  return {
    ...{ Aantal: quantity, Eenheid: 'stuk', Code: 'BOEK', Omschrijving: 'Handboek', PrijsPerEenheid: '25' },
    ...{ BTWCode: 'LAAG_VERK_9', TegenrekeningCode: '8000', KostenplaatsID: 0 },
  }
}

/** A filter of GetMutaties that sets no bound but those given. */
export function mutationFilter(fields: Elements): { cFilter: Elements } {
  const { Factuurnummer = '', DatumVan = '1980-01-01', DatumTm = '2049-12-31', ...numbers } = fields
  return {
    cFilter: {
      ...{ MutatieNr: 0, MutatieNrVan: 0, MutatieNrTm: 0 },
      ...numbers,
      ...{ Factuurnummer, DatumVan, DatumTm },
    },
  }
}

export function invoiceFilter(Factuurnummer: string): { cFilter: Elements } {
  return {
    cFilter: { Factuurnummer, Relatiecode: '', DatumVan: '1980-01-01', DatumTm: '2049-12-31' },
  }
}
