import {
  type ContactFields,
  dueDate,
  formatAmount,
  type InvoiceTotals,
  rateOfLine,
  type VatRate,
  type VatTreatment,
} from '@stella/invoicing'
import { countryName } from '../dutch/countries.ts'
import { longDate } from '../dutch/dates.ts'
import { decimal, euros } from '../dutch/numbers.ts'
import { vatWordings } from '../dutch/vat-wording.ts'
import type { InvoiceDocument } from '../invoice-document.ts'

type Fact = { readonly label: string; readonly value: string }

/** Everything the template invoice.typ sets, worded and formatted. */
export type InvoiceView = {
  readonly title: string
  readonly heading: string
  readonly runningTitle: string
  readonly draft: boolean
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly sender: {
    readonly name: string
    readonly address: readonly string[]
    readonly details: readonly Fact[]
  }
  readonly recipient: readonly string[]
  readonly facts: readonly Fact[]
  readonly description: string
  readonly columns: readonly string[]
  readonly lines: readonly LineView[]
  readonly totals: readonly Fact[]
  readonly payable: Fact
  readonly statements: readonly string[]
  readonly payment: string
  readonly footer: readonly string[]
  readonly words: { readonly draft: string; readonly page: string }
  readonly attachment: Attachment | null
}

type LineView = {
  readonly description: string
  readonly quantity: string
  readonly unitPrice: string
  readonly vat: string
  readonly amount: string
}

/** A file inside the PDF. */
export type Attachment = { readonly name: string; readonly text: string; readonly description: string }

/**
 * Words an invoice in Dutch, with all that Dutch law wants on it (article 35a of the VAT act, and the KvK
 * number of the Handelsregisterwet), as far as the parties have filled it in.
 */
export function viewOf(document: InvoiceDocument, attachment: Attachment | null): InvoiceView {
  const { organization, customer, invoice } = document
  const { totals } = invoice
  const heading = invoice.number === null ? 'Conceptfactuur' : 'Factuur'
  const title = invoice.number === null ? heading : `${heading} ${invoice.number}`
  const [year = 0, month = 0, day = 0] = invoice.invoiceDate.split('-').map(Number)
  return {
    title,
    heading,
    runningTitle: `${title} · ${organization.name}`,
    draft: invoice.state === 'draft',
    date: { year, month, day },
    sender: {
      name: organization.name,
      address: addressOf(organization, null),
      details: senderDetails(document),
    },
    recipient: [
      customer.name,
      ...(customer.contactName === null ? [] : [`t.a.v. ${customer.contactName}`]),
      ...addressOf(customer, organization.country ?? 'NL'),
    ],
    facts: factsOf(document),
    description: invoice.description,
    columns: columnsOf(invoice.pricesIncludeVat),
    lines: linesOf(document, totals),
    totals: totalsOf(totals),
    payable: { label: 'Te betalen', value: euros(formatAmount(totals.gross)) },
    statements: statementsOf(totals),
    payment: paymentOf(document, totals),
    footer: footerOf(document),
    words: { draft: 'Concept', page: 'Pagina {now} van {last}' },
    attachment,
  }
}

/** The address in lines; the country only where it differs from that of the other party. */
function addressOf(party: ContactFields, home: string | null): string[] {
  const town = [party.postalCode, party.city].filter((part) => part !== null).join('  ')
  const country =
    home === null || party.country === null || party.country === home ? '' : countryName(party.country)
  return [party.address ?? '', town, country].filter((line) => line !== '')
}

function senderDetails({ organization }: InvoiceDocument): Fact[] {
  return present([
    ['Telefoon', organization.phone],
    ['E-mail', organization.email],
    ['KvK', organization.kvkNumber],
    ['Btw-id', organization.vatNumber],
    ['IBAN', organization.iban === null ? null : spacedIban(organization.iban)],
  ])
}

function factsOf({ customer, invoice }: InvoiceDocument): Fact[] {
  return present([
    ['Factuurnummer', invoice.number ?? 'volgt'],
    ['Factuurdatum', longDate(invoice.invoiceDate)],
    ['Vervaldatum', longDate(dueDate(invoice))],
    ['Uw btw-id', customer.vatNumber],
    ['Uw KvK-nummer', customer.kvkNumber],
  ])
}

function present(facts: readonly (readonly [string, string | null])[]): Fact[] {
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}

function columnsOf(pricesIncludeVat: boolean): string[] {
  const manner = pricesIncludeVat ? 'incl. btw' : 'excl. btw'
  return ['Omschrijving', 'Aantal', `Prijs ${manner}`, 'Btw', `Bedrag ${manner}`]
}

function linesOf({ invoice }: InvoiceDocument, totals: InvoiceTotals): LineView[] {
  return invoice.lines.map((line, index) => ({
    description: line.description,
    quantity: decimal(line.quantity),
    unitPrice: euros(line.unitPrice),
    vat: worded(vatWordings[line.vatTreatment].column, rateOfLine(line)),
    amount: euros(formatAmount(totals.lines[index]?.amount ?? totals.net)),
  }))
}

function totalsOf(totals: InvoiceTotals): Fact[] {
  return [
    { label: 'Totaal exclusief btw', value: euros(formatAmount(totals.net)) },
    ...totals.vatGroups.map((group) => ({
      label: `${wordedTotal(group.treatment, group.rate)} over ${euros(formatAmount(group.net))}`,
      value: euros(formatAmount(group.vat)),
    })),
  ]
}

function wordedTotal(treatment: VatTreatment, rate: VatRate): string {
  return worded(vatWordings[treatment].total, rate)
}

function worded(wording: string, rate: VatRate): string {
  return wording.replace('{rate}', decimal(rate))
}

function statementsOf(totals: InvoiceTotals): string[] {
  const statements = totals.vatGroups.map((group) => vatWordings[group.treatment].statement)
  return [...new Set(statements.filter((statement) => statement !== null))]
}

function paymentOf({ organization, invoice }: InvoiceDocument, totals: InvoiceTotals): string {
  if (invoice.number === null) return 'Dit is een concept. Er hoeft nog niets betaald te worden.'
  if (totals.gross <= 0n) return 'U hoeft niets te betalen; wij maken het bedrag aan u over.'
  const amount = euros(formatAmount(totals.gross))
  const account =
    organization.iban === null
      ? 'aan ons'
      : `naar ${spacedIban(organization.iban)} ten name van ${organization.name}`
  return (
    `Wilt u ${amount} uiterlijk ${longDate(dueDate(invoice))} overmaken ${account}, ` +
    `onder vermelding van factuurnummer ${invoice.number}?`
  )
}

function footerOf({ organization }: InvoiceDocument): string[] {
  return [
    organization.name,
    ...(organization.kvkNumber === null ? [] : [`KvK ${organization.kvkNumber}`]),
    ...(organization.vatNumber === null ? [] : [`Btw-id ${organization.vatNumber}`]),
  ]
}

function spacedIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0')
}
