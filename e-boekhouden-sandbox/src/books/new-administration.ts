import { randomBytes, randomUUID } from 'node:crypto'
import type { NewAdministration } from '../handle/administration.ts'
import type { Administration, Article, LedgerAccount, LedgerCategory } from './administration.ts'
import { afterYears } from './used-books.ts'

/** A new set of books: a small Dutch ledger, and what the service offers no call to make (articles, cost centers,
 * an invoice template). Codes that are not given are drawn. */
export function newAdministration(given: NewAdministration, today: string, sequence: number): Administration {
  const name = sequence === 1 ? 'oefenbedrijf' : `oefenbedrijf-${sequence}`
  const books: Administration = {
    guid: drawGuid(),
    company: given.company ?? (sequence === 1 ? 'Oefenbedrijf' : `Oefenbedrijf ${sequence}`),
    city: given.city ?? 'Utrecht',
    bookYearStart: `${today.slice(0, 4)}-01-01`,
    username: given.username ?? name,
    code1: given.code1 ?? drawCode1(),
    code2: given.code2 ?? drawGuid(),
    accountant: given.accountant ?? false,
    clients: given.clients ?? [],
    permission: true,
    ended: false,
    closedThrough: null,
    templates: ['Standaard'],
    ledger: startLedger(),
    relations: [],
    mutations: [],
    lastMutationNumber: 0,
    invoices: [],
    articles: startArticles(),
    costCenters: [
      { id: 1, description: 'Projecten', parentId: 0 },
      { id: 2, description: 'Onderhoud', parentId: 1 },
    ],
    mutationCalls: {},
    earlier: { ledger: [], relations: [], mutations: [] },
  }
  return given.used === true ? afterYears(books, today) : books
}

/** 32 hexadecimal digits. */
export function drawCode1(): string {
  return randomBytes(16).toString('hex')
}

/** A GUID in braces, 38 characters: the form of the service's session ids. */
export function drawGuid(): string {
  return `{${randomUUID().toUpperCase()}}`
}

function startLedger(): LedgerAccount[] {
  const accounts: [code: string, description: string, category: LedgerCategory, group: string][] = [
    ['0500', 'Eigen vermogen', 'BAL', 'Eigen vermogen'],
    ['1000', 'Kas', 'FIN', 'Liquide middelen'],
    ['1010', 'Bank', 'FIN', 'Liquide middelen'],
    ['1300', 'Debiteuren', 'DEB', 'Vorderingen'],
    ['1520', 'Btw te vorderen', 'VOOR', 'Btw'],
    ['1600', 'Crediteuren', 'CRED', 'Schulden'],
    ['1650', 'Btw af te dragen, hoog', 'AF19', 'Btw'],
    ['1651', 'Btw af te dragen, laag', 'AF6', 'Btw'],
    ['1652', 'Btw af te dragen, overig', 'AFOVERIG', 'Btw'],
    ['1653', 'Btw af te dragen, verlegd', 'AF', 'Btw'],
    ['1660', 'Btw rekening-courant', 'BTWRC', 'Btw'],
    ['2000', 'Kruisposten', 'BAL', 'Overlopende posten'],
    ['4000', 'Algemene kosten', 'VW', 'Kosten'],
    ['7000', 'Inkoopkosten', 'VW', 'Kostprijs van de omzet'],
    ['8000', 'Omzet', 'VW', 'Omzet'],
    ['8010', 'Omzet diensten', 'VW', 'Omzet'],
  ]
  return accounts.map(([code, description, category, group], at) => ({
    id: at + 1,
    code,
    description,
    category,
    group,
  }))
}

function startArticles(): Article[] {
  const common = { groupCode: 'ALG', groupDescription: 'Algemeen', costCenterId: 0, active: true }
  return [
    {
      ...common,
      id: 1,
      code: 'UUR',
      description: 'Arbeid per uur',
      unit: 'uur',
      purchasePriceExcl: 0,
      salesPriceExcl: 6000,
      salesPriceIncl: 7260,
      vatCode: 'HOOG_VERK_21',
      vatPercentage: '0.21',
      accountCode: '8010',
    },
    {
      ...common,
      id: 2,
      code: 'BOEK',
      description: 'Handboek',
      unit: 'stuk',
      purchasePriceExcl: 1250,
      salesPriceExcl: 2500,
      salesPriceIncl: 2725,
      vatCode: 'LAAG_VERK_9',
      vatPercentage: '0.09',
      accountCode: '8000',
    },
  ]
}
