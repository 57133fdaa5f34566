import type { Bookkeeper, Sandbox } from '@stella/e-boekhouden-sandbox'
import fc from 'fast-check'
import { accountsUnplanned } from '../src/reconciliation/amounts.ts'
import type { Difference } from '../src/reconciliation/difference.ts'
import type { DifferenceAction, DifferenceKind } from '../src/reconciliation/difference-kinds.ts'
import type { StellaSale } from '../src/reconciliation/stella-side.ts'

const codes = { HOOG_VERK_21: 21n, LAAG_VERK_9: 9n, VERL_VERK: 0n } as const
type Code = keyof typeof codes

/** What people do to one invoice, and what must be named of it; null where nothing differs. */
const deeds = {
  none: null,
  pay: null,
  blanks: null,
  by_hand: null,
  credited_unbooked: null,
  remove: 'removed',
  other_month: 'removed',
  amount: 'changed',
  code: 'changed',
  date: 'changed',
  number: 'changed',
  account: 'other_account',
  debtors: 'other_account',
  twice: 'booked_twice',
  never_booked: 'not_booked',
  by_hand_otherwise: 'entered_otherwise',
  waits: 'waiting',
  failed: 'failed',
  stuck: 'failed',
  failed_by_hand: 'stands_there',
} as const satisfies Record<string, DifferenceKind | null>
type Deed = keyof typeof deeds

/** What stands in the books beside our invoices. */
const beside = {
  cash_sale: 'extra',
  journal_sale: 'extra',
  sale_by_hand: 'extra',
  journal: null,
  purchase: null,
  money: null,
} as const satisfies Record<string, DifferenceKind | null>
type Beside = keyof typeof beside

/** Everything that may have happened in a month, and which of its actions whoever mends a difference chooses. */
export const histories = fc.record({
  invoices: fc.array(
    fc.record({
      net: fc.integer({ min: 1, max: 99_999 }),
      code: fc.constantFrom(...(Object.keys(codes) as Code[])),
      credit: fc.boolean(),
      deed: fc.constantFrom(...(Object.keys(deeds) as Deed[])),
    }),
    { maxLength: 8 },
  ),
  others: fc.array(
    fc.record({
      what: fc.constantFrom(...(Object.keys(beside) as Beside[])),
      net: fc.integer({ min: 1, max: 9_999 }),
    }),
    { maxLength: 4 },
  ),
  skips: fc.boolean(),
  choices: fc.infiniteStream(fc.nat({ max: 5 })),
})
export type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never

/** The sandbox's books as people make them, beside what Stella knows of the same month. */
export class BooksHistory {
  readonly sales = new Map<string, StellaSale>()
  readonly expected: DifferenceKind[] = []
  readonly accepted = new Set<string>()
  readonly #person: Bookkeeper
  readonly #sandbox: Sandbox

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
    this.#person = sandbox.bookkeeper()
    this.#person.addRelation({ code: 'K1', name: 'Klant' })
    this.#person.addAccount({ code: '1301', description: 'Debiteuren, oud', category: 'DEB' })
  }

  begin(prefix: string, { invoices, others, skips }: History): void {
    for (const { number } of this.#sandbox.books().mutations) this.#person.removeMutation(number)
    for (const collection of [this.sales, this.accepted]) collection.clear()
    this.expected.length = 0
    for (const [at, { code, credit, deed, net }] of invoices.entries()) {
      const place = String(at + 1 + (skips && at > 0 ? 1 : 0)).padStart(4, '0')
      this.#invoice(saleOf(`${prefix}-${place}`, BigInt(credit ? -net : net), code), deed)
    }
    const moved = new Set(invoices.flatMap(({ deed }) => (deeds[deed] === 'other_account' ? [deed] : [])))
    const kinds = [...invoices.map(({ deed }) => deeds[deed]), ...others.map(({ what }) => beside[what])]
    // However many stand on the same other account, they are named together.
    const once = [
      ...kinds.filter((kind) => kind !== 'other_account'),
      ...[...moved].map(() => 'other_account' as const),
    ]
    this.expected.push(...once.filter((kind) => kind !== null))
    if (skips && invoices.length > 1) this.expected.push('number_gap')
    for (const { net, what } of others) this.#besides(what, BigInt(net))
  }

  /** Does what a person does about a difference, or Stella by itself about what waits. */
  follow(difference: Difference, action: DifferenceAction | undefined): void {
    const { key, mutations, sale } = difference
    const [first] = mutations
    if (action === 'accept') this.accepted.add(key)
    else if (sale === null) this.#mendThere(difference)
    else if (action === 'credit') this.#credit(sale)
    else if (action === 'adopt') this.#booked(sale, first?.number ?? 0)
    else if (action === 'mend_there') this.#mendThere(difference)
    else this.#booked(sale, this.#book(sale, markOf(sale)))
  }

  #mendThere({ kind, mutations, numbers, sale }: Difference): void {
    const [first, ...others] = mutations
    const surplus = kind === 'extra' ? mutations : kind === 'booked_twice' ? others : []
    for (const { number } of surplus) this.#person.removeMutation(number)
    if (surplus.length > 0) return
    if (first === undefined && sale !== null) this.#book(sale)
    else if (sale !== null && first !== undefined) this.#put(sale.number, first.number)
    else for (const [at, number] of numbers.entries()) this.#put(number, mutations[at]?.number)
  }

  #invoice(sale: StellaSale, deed: Deed): void {
    const make: Partial<Record<Deed, () => void>> = {
      never_booked: () => this.#elsewhere(sale),
      credited_unbooked: () => {
        this.#elsewhere(sale)
        this.#credit(sale)
      },
      by_hand: () => {
        this.#elsewhere(sale)
        this.#book(sale)
      },
      by_hand_otherwise: () => {
        this.#elsewhere(sale)
        this.#person.changeMutation(this.#book(sale), linesOf(sale, { by: 1n }))
      },
      waits: () => this.#add({ ...sale, standing: { state: 'waiting' } }),
      failed: () => this.#add({ ...sale, standing: { ...failed, bookingId: 'a booking' } }),
      stuck: () => this.#add({ ...sale, standing: failed }),
      failed_by_hand: () => {
        this.#add({ ...sale, standing: { ...failed, bookingId: 'a booking' } })
        this.#book(sale)
      },
    }
    const otherwise = make[deed]
    if (otherwise === undefined) {
      const number = this.#book(sale, markOf(sale))
      this.#booked(sale, number)
      this.#changeThere(sale, number, deed)
    } else otherwise()
  }

  #changeThere(sale: StellaSale, mutation: number, deed: Deed): void {
    const change = (what: Parameters<Bookkeeper['changeMutation']>[1]) =>
      this.#person.changeMutation(mutation, what)
    const { number } = sale
    const changes: Partial<Record<Deed, () => unknown>> = {
      pay: () => this.#person.bookPayment({ invoiceNumber: number, amount: '1.00', date: '2026-11-12' }),
      remove: () => this.#person.removeMutation(mutation),
      amount: () => change(linesOf(sale, { by: 1n })),
      code: () => change(linesOf(sale, { code: codeOf(sale) === 'VERL_VERK' ? 'BU_EU_VERK' : 'VERL_VERK' })),
      account: () => change(linesOf(sale, { account: '8010' })),
      debtors: () => change({ account: '1301' }),
      date: () => change({ date: '2026-11-11' }),
      other_month: () => change({ date: '2026-12-01' }),
      number: () => change({ invoiceNumber: `H${number}` }),
      blanks: () => change({ invoiceNumber: ` ${number.replace('-', ' - ')} ` }),
      twice: () => this.#book(sale),
    }
    changes[deed]?.()
  }

  #besides(what: Beside, net: bigint): void {
    const line = { amountExcl: euros(net), vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }
    const invoiceNumber = `eigen ${net} ${this.#sandbox.books().mutations.length}`
    const bookings = {
      cash_sale: { kind: 'GeldOntvangen', account: '1000', lines: [line] },
      journal_sale: { kind: 'Memoriaal', account: '4000', lines: [line] },
      sale_by_hand: { kind: 'FactuurVerstuurd', account: '1300', invoiceNumber, lines: [line] },
      journal: {
        kind: 'Memoriaal',
        account: '4000',
        lines: [{ ...line, vatCode: 'GEEN', ledgerAccount: '1300' }],
      },
      money: { kind: 'GeldOntvangen', account: '1010', lines: [{ ...line, vatCode: 'GEEN' }] },
      purchase: {
        kind: 'FactuurOntvangen',
        account: '1600',
        invoiceNumber,
        lines: [{ ...line, vatCode: 'HOOG_INK_21', ledgerAccount: '7000' }],
      },
    } as const
    const booked: Parameters<Bookkeeper['bookMutation']>[0] = {
      ...bookings[what],
      lines: [...bookings[what].lines],
    }
    this.#person.bookMutation({ date: '2026-11-20', relationCode: 'K1', ...booked })
  }

  #book(sale: StellaSale, document = ''): number {
    return this.#person.bookMutation({ ...asItShouldBe(sale), document })
  }

  /** As the document says, whatever stands there. */
  #put(number: string, mutation = 0): void {
    const sale = this.sales.get(number)
    if (sale !== undefined) this.#person.changeMutation(mutation, asItShouldBe(sale))
  }

  #booked(sale: StellaSale, mutationNumber: number): void {
    const accounts = sale.accounts ?? accountsAt(sale)
    this.#add({
      ...sale,
      accounts,
      standing: { state: 'booked', mutationNumber, reference: markOf(sale), bookedAt: 0 },
    })
  }

  #elsewhere(sale: StellaSale): void {
    this.#add({ ...sale, accounts: null, standing: { state: 'elsewhere' } })
  }

  #credit(sale: StellaSale): void {
    const amounts = sale.amounts.map(({ net, vat, vatCode }) => ({ vatCode, net: -net, vat: -vat }))
    const number = `credit of ${sale.number}.`
    const note = { ...sale, amounts, number, invoiceId: `id of ${number}`, creditsId: sale.invoiceId }
    this.#elsewhere(note)
  }

  #add(sale: StellaSale): void {
    this.sales.set(sale.number, sale)
  }
}

const failed = { state: 'failed', mutationNumber: null, reference: null, bookingId: null } as const

export function saleOf(
  number: string,
  net: bigint,
  code: Code,
  standing: StellaSale['standing'] = { state: 'waiting' },
): StellaSale {
  const hundredfold = net * codes[code]
  const vat = (hundredfold + (hundredfold < 0n ? -50n : 50n)) / 100n
  const amounts = net === 0n ? [] : [{ vatCode: code, net, vat }]
  const sale = {
    invoiceId: `id of ${number}`,
    number,
    customer: 'Klant',
    date: '2026-11-10',
    creditsId: null,
  }
  return { ...sale, amounts, accounts: accountsAt({ amounts }), standing }
}

function accountsAt({ amounts }: Pick<StellaSale, 'amounts'>) {
  return accountsUnplanned(amounts).map((it) => ({ ...it, account: it.side === 'debtors' ? '1300' : '8000' }))
}

function asItShouldBe(sale: StellaSale) {
  const head = { kind: 'FactuurVerstuurd', account: '1300', relationCode: 'K1' } as const
  return { ...head, date: sale.date, invoiceNumber: sale.number, ...linesOf(sale) }
}

function linesOf({ amounts }: StellaSale, { account = '8000', by = 0n, code = '' } = {}) {
  const [{ net, vatCode } = { net: 0n, vatCode: '' }] = amounts
  return {
    lines: [{ amountExcl: euros(net + by), vatCode: code === '' ? vatCode : code, ledgerAccount: account }],
  }
}

function codeOf({ amounts }: StellaSale): string | undefined {
  return amounts[0]?.vatCode
}

function markOf({ number }: StellaSale): string {
  return `STELLA-${number}`
}

function euros(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
