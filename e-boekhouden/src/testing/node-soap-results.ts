import { testSessionId } from './answers.ts'

const ErrorMsg = { LastErrorCode: '', LastErrorDescription: '' }
const date = '2026-01-01T00:00:00'

/** What a server made by node-soap is to answer to each operation; a test may put a function in its place. */
export const nodeSoapResults: Record<string, unknown> = {
  OpenSession: { ErrorMsg, SessionID: testSessionId },
  OpenSessionSub: { ErrorMsg, SessionID: testSessionId },
  AutoLogin: { ErrorMsg, Token: 'tok' },
  GetAdministraties: {
    ErrorMsg,
    Administraties: {
      cAdministratie: [{ Bedrijf: 'A & B', Plaats: 'Ede', Guid: '{1}', StartBoekjaar: '2026' }],
    },
  },
  GetGrootboekrekeningen: {
    ErrorMsg,
    Rekeningen: {
      cGrootboekrekening: [
        { ID: 1, Code: '1300', Omschrijving: 'Debiteuren', Categorie: 'DEB', Groep: 'B' },
        { ID: 2, Code: '8000', Omschrijving: 'Omzet', Categorie: 'VW', Groep: 'W' },
      ],
    },
  },
  AddGrootboekrekening: { ErrorMsg, Gb_ID: 31 },
  UpdateGrootboekrekening: ErrorMsg,
  AddRelatie: { ErrorMsg, Rel_ID: 32 },
  UpdateRelatie: ErrorMsg,
  GetRelaties: {
    ErrorMsg,
    Relaties: {
      cRelatie: {
        ...{
          ID: 32,
          AddDatum: date,
          Code: 'K00001',
          Bedrijf: 'De Korst & Zn.',
          Def3: 'drie',
          BP: 'P',
          LA: '1',
        },
        ...{ Gb_ID: 0, GeenEmail: 1, NieuwsbriefgroepenCount: 0 },
      },
    },
  },
  AddMutatie: { ErrorMsg, Mutatienummer: 33 },
  GetMutaties: {
    ErrorMsg,
    Mutaties: {
      cMutatieList: {
        ...{ MutatieNr: 33, Soort: 'FactuurVerstuurd', Datum: date, Rekening: '1300', InExBTW: 'IN' },
        MutatieRegels: {
          cMutatieListRegel: [
            {
              ...{ BedragInvoer: '121', BedragExclBTW: '100', BedragBTW: '21', BedragInclBTW: '121' },
              ...{
                BTWCode: 'HOOG_VERK_21',
                BTWPercentage: '21',
                TegenrekeningCode: '8000',
                KostenplaatsID: 4,
              },
            },
          ],
        },
      },
    },
  },
  AddFactuur: { ErrorMsg, Factuurnummer: 'F00001' },
  GetFacturen: {
    ErrorMsg,
    Facturen: {
      cFactuurList: {
        ...{ Factuurnummer: 'F00001', Relatiecode: 'K00001', Datum: date, Betalingstermijn: 14 },
        ...{ TotaalExclBTW: 120, TotaalBTW: 25.2, TotaalInclBTW: 145.2, TotaalOpenstaand: 0.1 + 0.2 },
        URLPDFBestand: 'https://example.nl/?c=1&s=2',
        Regels: {
          cFactuurRegel: { Aantal: 1.5, Omschrijving: 'Advies', PrijsPerEenheid: 80, KostenplaatsID: 0 },
        },
      },
    },
  },
  GetOpenPosten: {
    ErrorMsg,
    Openposten: {
      cOpenPost: { MutDatum: date, MutFactuur: 'F1', Bedrag: 145.2, Voldaan: 45.2, Openstaand: 100 },
    },
  },
  GetSaldo: { ErrorMsg, Saldo: -1234.5 },
  GetSaldi: { ErrorMsg, Saldi: { cSaldo: [{ ID: 1, Code: '1300', Categorie: 'DEB', Saldo: '1E-05' }] } },
  GetKostenplaatsen: { ErrorMsg },
  GetArtikelen: {
    ErrorMsg,
    Artikelen: {
      cArtikel: {
        ...{ ArtikelID: 5, ArtikelCode: 'UUR', InkoopprijsExclBTW: 0, VerkoopprijsExclBTW: '80.5' },
        ...{ VerkoopprijsInclBTW: '97.405', BtwPercentage: '0.21', KostenplaatsID: 0, Actief: true },
      },
    },
  },
}
