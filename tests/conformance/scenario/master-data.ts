import { relation } from './requests.ts'
import type { Step } from './step.ts'

/** The ledger: read, added to, changed. */
export const ledger: Step[] = [
  {
    says: 'finds an account by its code',
    operation: 'GetGrootboekrekeningen',
    request: { cFilter: { ID: 0, Code: '1300', Categorie: '' } },
    answers: {
      Rekeningen: [
        { ID: '4', Code: '1300', Omschrijving: 'Debiteuren', Categorie: 'DEB', Groep: 'Vorderingen' },
      ],
    },
  },
  {
    says: 'finds the accounts of a category',
    operation: 'GetGrootboekrekeningen',
    request: { cFilter: { ID: 0, Code: '', Categorie: 'FIN' } },
    answers: { Rekeningen: [{ Code: '1000' }, { Code: '1010' }] },
  },
  {
    says: 'adds an account',
    operation: 'AddGrootboekrekening',
    request: { oGb: { ID: 0, Code: '8020', Omschrijving: 'Omzet boeken', Categorie: 'VW', Groep: '' } },
    answers: { Gb_ID: '17' },
  },
  {
    says: 'adds no account with the code of another',
    operation: 'AddGrootboekrekening',
    request: { oGb: { ID: 0, Code: '8020', Omschrijving: 'Nog eens', Categorie: 'VW', Groep: '' } },
    refused: 'CGB001',
  },
  {
    says: 'changes an account',
    operation: 'UpdateGrootboekrekening',
    request: { oGb: { ID: 17, Code: '8020', Omschrijving: 'Omzet, laag', Categorie: 'VW', Groep: 'Omzet' } },
    answers: { LastErrorCode: '', LastErrorDescription: '' },
  },
  {
    says: 'gives no account the code of another',
    operation: 'UpdateGrootboekrekening',
    request: { oGb: { ID: 17, Code: '8000', Omschrijving: 'Omzet, laag', Categorie: 'VW', Groep: '' } },
    refused: 'CGB001.1',
  },
  {
    says: 'shows the account as it was changed',
    operation: 'GetGrootboekrekeningen',
    request: { cFilter: { ID: 17, Code: '', Categorie: '' } },
    answers: { Rekeningen: [{ Code: '8020', Omschrijving: 'Omzet, laag', Groep: 'Omzet' }] },
  },
]

/** Relations are numbered over all administrations, far from 1 and with gaps. */
const relationIds = { K1: '21480004', P1: '21480005', L1: '21480007' }

/** Relations: added, found, changed. */
export const relations: Step[] = [
  {
    says: 'adds a company, with letters that XML escapes and letters beyond ASCII',
    operation: 'AddRelatie',
    request: {
      oRel: relation({
        ...{ Code: 'K1', Bedrijf: 'Café <Zoë> & "Zn."', Contactpersoon: 'Z. Ünal', Plaats: 'Ede' },
        ...{ Email: 'zoe@example.nl', KvkNummer: '12345678', Def3: 'drie', LA: '1' },
      }),
    },
    answers: { ErrorMsg: { LastErrorCode: '' }, Rel_ID: relationIds.K1 },
  },
  {
    says: 'adds a person',
    operation: 'AddRelatie',
    request: { oRel: relation({ Code: 'P1', Bedrijf: 'J. Jansen', BP: 'P', Geslacht: 'm' }) },
    answers: { Rel_ID: relationIds.P1 },
  },
  {
    says: 'adds a supplier',
    operation: 'AddRelatie',
    request: { oRel: relation({ Code: 'L1', Bedrijf: 'Molen De Hoop' }) },
    answers: { Rel_ID: relationIds.L1 },
  },
  {
    says: 'adds no relation with the code of another',
    operation: 'AddRelatie',
    request: { oRel: relation({ Code: 'K1', Bedrijf: 'Een ander' }) },
    refused: 'CREL001',
  },
  {
    says: 'finds a relation by its code, one item where many are possible',
    operation: 'GetRelaties',
    request: { cFilter: { Trefwoord: '', Code: 'K1', ID: 0 } },
    answers: {
      Relaties: [
        {
          ...{ ID: relationIds.K1, Code: 'K1', Bedrijf: 'Café <Zoë> & "Zn."', Contactpersoon: 'Z. Ünal' },
          ...{ Plaats: 'Ede', KvkNummer: '12345678', Def3: 'drie', BP: 'B', LA: '1', Adres: '' },
        },
      ],
    },
  },
  {
    says: 'finds relations by a word',
    operation: 'GetRelaties',
    request: { cFilter: { Trefwoord: 'de hoop', Code: '', ID: 0 } },
    answers: { Relaties: [{ Code: 'L1' }] },
  },
  {
    says: 'finds none, and says so with an empty list',
    operation: 'GetRelaties',
    request: { cFilter: { Trefwoord: '', Code: 'GEEN', ID: 0 } },
    answers: { Relaties: [] },
  },
  {
    says: 'changes a relation',
    operation: 'UpdateRelatie',
    request: { oRel: relation({ ID: relationIds.K1, Code: 'K1', Bedrijf: 'Café Zoë', Plaats: 'Arnhem' }) },
    answers: { LastErrorCode: '' },
  },
  {
    says: 'has emptied what the change did not name',
    operation: 'GetRelaties',
    request: { cFilter: { Trefwoord: '', Code: '', ID: relationIds.K1 } },
    answers: {
      Relaties: [
        { Code: 'K1', Bedrijf: 'Café Zoë', Plaats: 'Arnhem', Contactpersoon: '', KvkNummer: '', Def3: '' },
      ],
    },
  },
]

/** What can only be read: cost centers and articles. */
export const lists: Step[] = [
  {
    says: 'lists the cost centers',
    operation: 'GetKostenplaatsen',
    request: { cFilter: { KostenplaatsID: 0, KostenplaatsParentID: 0, Omschrijving: '' } },
    answers: {
      Kostenplaatsen: [
        { KostenplaatsId: '1', Omschrijving: 'Projecten', KostenplaatsParentId: '0' },
        { KostenplaatsId: '2', Omschrijving: 'Onderhoud', KostenplaatsParentId: '1' },
      ],
    },
  },
  {
    says: 'finds the cost centers under another',
    operation: 'GetKostenplaatsen',
    request: { cFilter: { KostenplaatsID: 0, KostenplaatsParentID: 1, Omschrijving: '' } },
    answers: { Kostenplaatsen: [{ KostenplaatsId: '2' }] },
  },
  {
    says: 'finds an article, its rate a fraction',
    operation: 'GetArtikelen',
    request: { cFilter: { ArtikelCode: 'UUR' } },
    answers: {
      Artikelen: [
        {
          ...{ ArtikelID: '1', ArtikelCode: 'UUR', Eenheid: 'uur', VerkoopprijsExclBTW: '60' },
          ...{ VerkoopprijsInclBTW: '72.6', BTWCode: 'HOOG_VERK_21', BtwPercentage: '0.21', Actief: 'true' },
        },
      ],
    },
  },
]
