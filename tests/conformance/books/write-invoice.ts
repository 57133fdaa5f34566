import type { Client, NewMutationLine } from '@stella/e-boekhouden'
import { expect } from 'vitest'
import type { Act, ActArticle } from './acts.ts'
import { keepMutation, resultAccounts } from './keep-mutation.ts'
import { amountOf, type KeptBooks, percentOf, pick, rates, rounded, sumOf } from './kept-books.ts'

interface PricedArticle {
  line: KeptBooks['written'][number]['lines'][number]
  percentage: number
  cents: number
}

/** Has the service write an invoice, booked or not, numbered here or there. */
export async function writeInvoice(
  client: Client,
  books: KeptBooks,
  act: Extract<Act, { kind: 'write invoice' }>,
): Promise<void> {
  const relation = pick(books.relations, act.relation)
  if (!relation) return
  const articles = act.articles.map((article) => priced(books, article))
  const given = act.numbered ? `W-${books.written.length + 1}` : undefined
  const head = { relationCode: relation.code, date: act.date, paymentTermDays: 30 }
  const { invoiceNumber } = await client.addInvoice({
    ...head,
    ...{ template: 'Standaard', invoiceNumber: given, lines: articles.map(({ line }) => line) },
    bookingDescription: act.booked ? 'Door de dienst' : undefined,
  })
  expect(invoiceNumber).toMatch(given ?? /^F\d{5}$/)
  const lines = bookingLines(articles)
  const total = (amount: 'amountExcl' | 'amountVat' | 'amountIncl') =>
    sumOf(lines.map((line) => Number(line[amount].replace('.', ''))))
  books.written.push({
    ...{ ...head, invoiceNumber, booked: act.booked, lines: articles.map(({ line }) => line) },
    ...{ totalExcl: amountOf(total('amountExcl')), totalVat: amountOf(total('amountVat')) },
    totalIncl: amountOf(total('amountIncl')),
  })
  if (!act.booked) return
  keepMutation(books, {
    ...{ kind: 'invoiceSent', date: act.date, account: '1300', relationCode: relation.code, invoiceNumber },
    ...{ description: 'Door de dienst', paymentTermDays: '30', amountsIncludeVat: false, lines },
  })
  const cents = total('amountIncl')
  books.invoices.push({ side: 'sale', number: invoiceNumber, relation, date: act.date, cents })
}

function priced(books: KeptBooks, article: ActArticle): PricedArticle {
  const rate = pick(rates.sale, article.rate) ?? { code: 'GEEN', percentage: 0 }
  return {
    line: {
      ...{ quantity: shortest(article.quantity), unit: 'stuk', code: 'A', description: 'Artikel' },
      ...{ pricePerUnit: amountOf(article.price), vatCode: rate.code, costCenterId: article.costCenterId },
      ledgerAccount: pick(resultAccounts(books), article.account)?.code ?? '8000',
    },
    percentage: rate.percentage,
    cents: rounded(BigInt(article.quantity) * BigInt(article.price), 100n),
  }
}

/** A line for each account, cost center and VAT code, in the order they came; of each code the VAT over its sum. */
function bookingLines(articles: readonly PricedArticle[]): NewMutationLine[] {
  const groups = [
    ...Map.groupBy(
      articles,
      ({ line }) => `${line.ledgerAccount} ${line.costCenterId} ${line.vatCode}`,
    ).values(),
  ].map((group) => ({ first: group[0], excl: sumOf(group.map(({ cents }) => cents)) }))
  return groups.flatMap(({ first, excl }, at) => {
    if (!first) return []
    const { vatCode, ledgerAccount, costCenterId } = first.line
    const same = groups.filter((group) => group.first?.line.vatCode === vatCode)
    const earlier = groups.slice(0, at).filter((group) => group.first?.line.vatCode === vatCode)
    const vat = shared(
      same.map((group) => group.excl),
      first.percentage,
    )[earlier.length]
    return [
      {
        ...{ amountEntered: amountOf(excl), amountExcl: amountOf(excl), amountVat: amountOf(vat ?? 0) },
        ...{ amountIncl: amountOf(excl + (vat ?? 0)), vatCode, vatPercentage: String(first.percentage) },
        ...{ ledgerAccount, costCenterId },
      },
    ]
  })
}

/** The VAT over the sum in parts: cent by cent to the amount that still lacks most of its own. */
function shared(amounts: readonly number[], percentage: number): number[] {
  const direction = sumOf(amounts) < 0 ? -1 : 1
  const parts = amounts.map((amount) => Math.floor((direction * amount * percentage) / 100))
  const total = direction * percentOf(sumOf(amounts), percentage)
  while (sumOf(parts) < total) {
    const lacking = amounts.map((amount, at) => direction * amount * percentage - 100 * (parts[at] ?? 0))
    const most = lacking.indexOf(Math.max(...lacking))
    parts[most] = (parts[most] ?? 0) + 1
  }
  return parts.map((part) => (part === 0 ? 0 : direction * part))
}

/** Hundredths as the service writes a quantity: '1.5', '2'. */
function shortest(hundredths: number): string {
  return amountOf(hundredths).replace(/\.?0+$/, '')
}
