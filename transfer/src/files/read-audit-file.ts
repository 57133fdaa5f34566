import { type Cents, cents, formatAmount, readAmount, sumOf, ZERO } from '@stella/invoicing'
import { nodesAt, textAt, type XmlNode, type XmlRecord, xmlRecords, xmlText } from './read-xml.ts'

/**
 * What an auditfile (XML Auditfile Financieel, XAF 3.0 to 4.0) says of customers and of what was invoiced to them, as
 * cells by the field of an import. The names of elements are the same in all of them and their namespaces are not, so
 * that only the names count.
 */
export interface AuditFile {
  /** Which program made it; empty where it does not say. */
  readonly program: string
  readonly customers: readonly Cells[]
  readonly invoices: readonly Cells[]
}
type Cells = Readonly<Record<string, string>>

/** A journal of sales. */
const SALES = 'S'
/** Of a relation: a supplier, as programs write it. */
const suppliers: readonly string[] = ['S', 'K']
/** The parts of the file that are read; all else passes by. */
const records: readonly string[] = [
  'header',
  'customerSupplier',
  'vatToPayAccID',
  'jrnTp',
  'transaction',
  'obSbLine',
]

/**
 * Reads it while it comes in: of each entry of a journal no more is kept than what was invoiced, and what was paid of it.
 *
 * @throws FileFailure `broken_xml`
 */
export async function readAuditFile(bytes: AsyncIterable<Uint8Array>): Promise<AuditFile> {
  const reading = new Reading()
  const isRecord = (path: readonly string[]) => records.includes(path.at(-1) ?? '')
  for await (const record of xmlRecords(xmlText(bytes), isRecord)) reading.take(record)
  return reading.result()
}

/** An invoice of a sales journal, or one that was open when the year began. */
type Sale = {
  readonly number: string
  readonly relation: string
  readonly account: string | null
  readonly date: string
  readonly due: string
  readonly description: string
  readonly gross: Cents
  /** Null where the entry does not say it. */
  readonly vat: Cents | null
}

class Reading {
  private program = ''
  private currency = 'EUR'
  private journal = ''
  private readonly relations = new Map<string, XmlNode>()
  private readonly vatAccounts = new Set<string>()
  private readonly sales = new Map<string, Sale>()
  /** By number and relation, what was entered outside the sales journals, by account. */
  private readonly entered = new Map<string, Map<string, Cents>>()

  take({ node, path }: XmlRecord): void {
    if (node.name === 'header') this.takeHeader(node)
    else if (node.name === 'customerSupplier') this.relations.set(textAt(node, 'custSupID'), node)
    else if (node.name === 'vatToPayAccID') this.vatAccounts.add(node.text.trim())
    else if (node.name === 'jrnTp') this.journal = node.text.trim()
    else if (node.name === 'obSbLine') this.takeOpening(node)
    else if (path.includes('journal')) this.takeTransaction(node)
  }

  private takeHeader(header: XmlNode): void {
    this.program = textAt(header, 'softwareDesc')
    this.currency = textAt(header, 'curCode') || 'EUR'
  }

  private takeOpening(line: XmlNode): void {
    const number = textAt(line, 'invRef') || textAt(line, 'docRef')
    const relation = textAt(line, 'custSupID')
    if (number === '' || textAt(line, 'invPurSalTp') === 'P' || this.isSupplier(relation)) return
    this.add({
      number,
      relation,
      account: null,
      date: textAt(line, 'invDt'),
      due: textAt(line, 'invDueDt'),
      description: textAt(line, 'desc'),
      gross: signed(line, 'amnt', 'amntTp'),
      vat: null,
    })
  }

  private takeTransaction(entry: XmlNode): void {
    const lines = [...nodesAt(entry, 'trLine'), ...nodesAt(entry, 'trLines', 'trLine')]
    if (this.journal === SALES) this.takeSale(entry, lines)
    else for (const line of lines) this.takeEntered(line)
  }

  private takeSale(entry: XmlNode, lines: readonly XmlNode[]): void {
    const owed = lines.filter((line) => textAt(line, 'custSupID') !== '')
    const account = accountOwed(owed)
    const ofDebtor = lines.filter((line) => textAt(line, 'accID') === account)
    const first = ofDebtor[0] ?? owed[0] ?? lines[0]
    if (first === undefined) return
    const others = lines.filter((line) => !ofDebtor.includes(line))
    // Where the account of debtors stands with the journal alone, an entry has only what stands against it.
    const isWhole = sumOf(lines.map(amountOf)) === 0n
    const gross = isWhole ? sumOf(ofDebtor.map(amountOf)) : cents(-sumOf(others.map(amountOf)))
    this.add({
      number: textAt(first, 'invRef') || textAt(first, 'docRef') || textAt(entry, 'nr'),
      relation: textAt(first, 'custSupID') || (owed.map((line) => textAt(line, 'custSupID'))[0] ?? ''),
      account: isWhole ? account : null,
      date: textAt(first, 'effDate') || textAt(entry, 'trDt'),
      due: '',
      description: textAt(entry, 'desc') || textAt(first, 'desc'),
      gross,
      vat: this.vatOf(others),
    })
  }

  /** By the accounts that VAT is kept on; else by what each line says of it. */
  private vatOf(lines: readonly XmlNode[]): Cents | null {
    const kept = lines.filter((line) => this.vatAccounts.has(textAt(line, 'accID')))
    if (kept.length > 0) return cents(-sumOf(kept.map(amountOf)))
    const said = lines.flatMap((line) => nodesAt(line, 'vat'))
    if (said.length > 0) return cents(-sumOf(said.map((vat) => signed(vat, 'vatAmnt', 'vatAmntTp'))))
    return this.vatAccounts.size > 0 ? ZERO : null
  }

  private takeEntered(line: XmlNode): void {
    const number = textAt(line, 'invRef')
    if (number === '') return
    const key = keyOf(number, textAt(line, 'custSupID'))
    const byAccount = this.entered.get(key) ?? new Map<string, Cents>()
    const account = textAt(line, 'accID')
    byAccount.set(account, sumOf([byAccount.get(account) ?? ZERO, amountOf(line)]))
    this.entered.set(key, byAccount)
  }

  private add(sale: Sale): void {
    const key = keyOf(sale.number, sale.relation)
    const before = this.sales.get(key)
    // Several entries under one number are one invoice.
    this.sales.set(key, before === undefined ? sale : together(before, sale))
  }

  private isSupplier(relation: string): boolean {
    const node = this.relations.get(relation)
    return node !== undefined && suppliers.includes(textAt(node, 'custSupTp'))
  }

  result(): AuditFile {
    const customers = [...this.relations.values()].filter(
      (node) => !suppliers.includes(textAt(node, 'custSupTp')),
    )
    return {
      program: this.program,
      customers: customers.map(customerOf),
      invoices: [...this.sales].map(([key, sale]) => this.invoiceOf(key, sale)),
    }
  }

  private invoiceOf(key: string, sale: Sale): Cells {
    const relation = this.relations.get(sale.relation)
    const customer: Cells = relation === undefined ? { name: sale.relation } : customerOf(relation)
    const amount = (value: Cents) =>
      this.currency === 'EUR' ? formatAmount(value) : `${this.currency} ${formatAmount(value)}`
    return {
      number: sale.number,
      customer: customer.name ?? '',
      customerKvk: customer.kvkNumber ?? '',
      customerVat: customer.vatNumber ?? '',
      customerEmail: customer.email ?? '',
      date: sale.date,
      due: sale.due,
      description: sale.description,
      vat: sale.vat === null ? '' : amount(sale.vat),
      gross: amount(sale.gross),
      outstanding: this.outstandingOf(key, sale, amount),
    }
  }

  /**
   * What was entered against it since, where the file says of payments which invoice they are of; of a file that does
   * not, every invoice would seem open, so that it is asked.
   */
  private outstandingOf(key: string, { account, gross }: Sale, amount: (value: Cents) => string): string {
    if (this.entered.size === 0) return ''
    const entered = this.entered.get(key)
    if (entered === undefined) return amount(gross)
    const against = account === null ? [...entered.values()] : [entered.get(account) ?? ZERO]
    return amount(sumOf([gross, ...against]))
  }
}

const keyOf = (number: string, relation: string) => JSON.stringify([number, relation])

function together(one: Sale, other: Sale): Sale {
  const vat = one.vat === null || other.vat === null ? null : sumOf([one.vat, other.vat])
  return { ...one, gross: sumOf([one.gross, other.gross]), vat }
}

/** Debit above zero, credit below it. */
function signed(node: XmlNode, amountName: string, sideName: string): Cents {
  const amount = readAmount(textAt(node, amountName)) ?? ZERO
  return textAt(node, sideName) === 'C' ? cents(-amount) : amount
}

function amountOf(line: XmlNode): Cents {
  return signed(line, 'amnt', 'amntTp')
}

/** The account of an entry that a customer owes on: of those with a relation, the one with the largest amount. */
function accountOwed(lines: readonly XmlNode[]): string | null {
  const sums = new Map<string, Cents>()
  for (const line of lines) {
    const account = textAt(line, 'accID')
    sums.set(account, sumOf([sums.get(account) ?? ZERO, amountOf(line)]))
  }
  const size = (amount: Cents) => (amount < 0n ? -amount : amount)
  let found: string | null = null
  for (const [account, amount] of sums) {
    if (found === null || size(amount) > size(sums.get(found) ?? ZERO)) found = account
  }
  return found
}

function customerOf(node: XmlNode): Cells {
  const [street] = nodesAt(node, 'streetAddress')
  const [post] = nodesAt(node, 'postalAddress')
  return {
    name: textAt(node, 'custSupName'),
    contactName: textAt(node, 'contact'),
    address: addressOf(street),
    postalCode: street === undefined ? '' : textAt(street, 'postalCode'),
    city: street === undefined ? '' : textAt(street, 'city'),
    country: (street && textAt(street, 'country')) || textAt(node, 'taxRegistrationCountry'),
    email: textAt(node, 'eMail'),
    phone: textAt(node, 'telephone'),
    kvkNumber: textAt(node, 'commerceNr'),
    vatNumber: textAt(node, 'taxRegIdent'),
    postalAddress: addressOf(post),
    postalPostalCode: post === undefined ? '' : textAt(post, 'postalCode'),
    postalCity: post === undefined ? '' : textAt(post, 'city'),
    postalCountry: post === undefined ? '' : textAt(post, 'country'),
  }
}

function addressOf(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  const [street, number, extension] = ['streetname', 'number', 'numberExtension'].map((name) =>
    textAt(node, name),
  )
  return [street, [number, extension].filter((text) => text).join('')].filter((text) => text).join(' ')
}
