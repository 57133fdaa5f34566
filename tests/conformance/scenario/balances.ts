import type { Step } from './step.ts'

const always = { DatumVan: null, DatumTot: null }

/** What all of it comes to. */
export const balances: Step[] = [
  {
    says: 'gives the balance of one account',
    operation: 'GetSaldo',
    request: { cFilter: { GbCode: '1300', KostenPlaatsId: 0, ...always } },
    answers: { ErrorMsg: { LastErrorCode: '' }, Saldo: '160.5' },
  },
  {
    says: 'gives a balance between two days',
    operation: 'GetSaldo',
    request: {
      cFilter: { GbCode: '8000', KostenPlaatsId: 0, DatumVan: '2026-01-16', DatumTot: '2026-01-31' },
    },
    answers: { Saldo: '-100' },
  },
  {
    says: 'gives the balance of one cost center',
    operation: 'GetSaldo',
    request: { cFilter: { GbCode: '8000', KostenPlaatsId: 1, ...always } },
    answers: { Saldo: '-100' },
  },
  {
    says: 'gives the balances of a category',
    operation: 'GetSaldi',
    request: { cFilter: { KostenPlaatsId: 0, ...always, Categorie: 'FIN' } },
    answers: {
      Saldi: [
        { ID: '2', Code: '1000', Categorie: 'FIN', Saldo: '-12.1' },
        { ID: '3', Code: '1010', Categorie: 'FIN', Saldo: '267.4' },
      ],
    },
  },
  {
    says: 'gives all balances',
    operation: 'GetSaldi',
    request: { cFilter: { KostenPlaatsId: 0, ...always, Categorie: '' } },
    answers: {
      Saldi: [
        { Code: '0500', Saldo: '-500' },
        { Code: '1000', Saldo: '-12.1' },
        { Code: '1010', Saldo: '267.4' },
        { Code: '1300', Saldo: '160.5' },
        { Code: '1520', Saldo: '44.1' },
        { Code: '1600', Saldo: '-200' },
        { Code: '1650', Saldo: '-60.9' },
        { Code: '1651', Saldo: '-9' },
        { Code: '1652', Saldo: '0' },
        { Code: '1653', Saldo: '0' },
        { Code: '1660', Saldo: '0' },
        { Code: '2000', Saldo: '500' },
        { Code: '4000', Saldo: '210' },
        { Code: '7000', Saldo: '0' },
        { Code: '8000', Saldo: '-210' },
        { Code: '8010', Saldo: '-140' },
        { Code: '8020', Saldo: '-50' },
      ],
    },
  },
]
