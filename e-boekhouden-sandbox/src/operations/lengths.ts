import { ServerFault } from './refusal.ts'

/** The longest texts the service keeps, from its manual. */
export const lengths = {
  mutation: {
    Factuurnummer: 50,
    Boekstuk: 50,
    Omschrijving: 200,
    Betalingstermijn: 4,
    Betalingskenmerk: 50,
  },
  relation: {
    Code: 15,
    Bedrijf: 100,
    Contactpersoon: 150,
    Geslacht: 1,
    Adres: 150,
    Postcode: 50,
    Plaats: 50,
    Land: 50,
    Adres2: 150,
    Postcode2: 50,
    Plaats2: 50,
    Land2: 50,
    Telefoon: 50,
    GSM: 50,
    FAX: 50,
    Email: 150,
    Site: 50,
    Bankrekening: 50,
    Girorekening: 50,
    BTWNummer: 50,
    KvkNummer: 50,
    Aanhef: 50,
    IBAN: 50,
    BIC: 50,
    Def1: 100,
    Def2: 100,
    Def3: 100,
    Def4: 100,
    Def5: 100,
    Def6: 100,
    Def7: 100,
    Def8: 100,
    Def9: 100,
    Def10: 100,
    LA: 1,
  },
  /** UpdateRelatie allows less than AddRelatie here, by the manual. */
  relationUpdate: { Contactpersoon: 50 },
  ledgerAccount: { Code: 10, Omschrijving: 50 },
  invoice: {
    Factuurnummer: 50,
    Factuursjabloon: 50,
    EmailOnderwerp: 150,
    EmailVanAdres: 150,
    EmailVanNaam: 150,
    IncassoIBAN: 50,
    IncassoMachtigingID: 50,
    IncassoRekeningNummer: 50,
    IncassoTnv: 50,
    IncassoPlaats: 50,
    IncassoOmschrijvingRegel1: 50,
    IncassoOmschrijvingRegel2: 50,
    IncassoOmschrijvingRegel3: 50,
    BoekhoudmutatieOmschrijving: 200,
  },
  invoiceLine: { Eenheid: 50, Code: 50 },
} as const

/** The manual names the lengths but no code for a text that is longer. A SQL server then refuses the row, and the
 * service answers with a fault: that is played here. Nothing is ever cut off. @throws ServerFault */
export function checkLengths(values: Record<string, unknown>, limits: Record<string, number>): void {
  for (const [field, limit] of Object.entries(limits)) {
    const value = values[field]
    if (typeof value === 'string' && value.length > limit) {
      throw new ServerFault('String or binary data would be truncated. The statement has been terminated.')
    }
  }
}
