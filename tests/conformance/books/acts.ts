import fc from 'fast-check'

/** Which of several: a number that is taken modulo how many there are when the act is done. */
export type Choice = number

/** A line to be booked: what is entered, and which of the rates, accounts and cost centers. */
export interface ActLine {
  /** Cents excluding VAT; negative for a credit. */
  excl: number
  rate: Choice
  account: Choice
  costCenterId: 0 | 1 | 2
  /** Cents by which the VAT may be off, as where VAT was rounded per article. */
  deviation: -1 | 0 | 1
}

/** A line of an invoice that the service writes. */
export interface ActArticle {
  /** In hundredths. */
  quantity: number
  /** In cents. */
  price: number
  rate: Choice
  account: Choice
  costCenterId: 0 | 1 | 2
}

/** Something that an entrepreneur or a program may do with the books. */
export type Act =
  | { kind: 'add relation'; name: string; person: boolean }
  | { kind: 'rename relation'; relation: Choice; name: string }
  | { kind: 'add account'; category: 'BAL' | 'VW'; description: string }
  | {
      kind: 'invoice'
      side: 'sale' | 'purchase'
      date: string
      relation: Choice
      inclVat: boolean
      lines: ActLine[]
    }
  | { kind: 'pay'; side: 'sale' | 'purchase'; date: string; invoice: Choice; percent: number }
  | { kind: 'money'; side: 'sale' | 'purchase'; date: string; inclVat: boolean; lines: ActLine[] }
  | { kind: 'journal'; date: string; from: Choice; to: Choice; amount: number; costCenterId: 0 | 1 | 2 }
  | {
      kind: 'write invoice'
      date: string
      relation: Choice
      numbered: boolean
      booked: boolean
      articles: ActArticle[]
    }
  | { kind: 'invoice again'; side: 'sale' | 'purchase'; invoice: Choice }
  | { kind: 'pay nothing'; relation: Choice }

/** Three months, so that dates often fall together. */
const date = fc.integer({ min: 0, max: 89 }).map((day) => {
  const moment = new Date(Date.UTC(2026, 0, 1 + day))
  return moment.toISOString().slice(0, 10)
})
const choice = fc.nat(1000)
const costCenterId = fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2)
const side = fc.constantFrom<'sale' | 'purchase'>('sale', 'sale', 'purchase')
const text = fc
  .string({
    unit: fc.constantFrom('a', 'Z', '9', ' ', 'é', '€', '😀', '<', '&', '"', "'", ']]>'),
    maxLength: 8,
  })
  .map((middle) => `N${middle}.`)
/** As long as a relation's name may be. */
const name = fc.oneof({ arbitrary: text, weight: 4 }, fc.constant('é'.repeat(99).padEnd(100, '.')))

const amount = fc.oneof(
  fc.integer({ min: -5_000, max: 50_000 }),
  fc.constantFrom(0, 1, -1, 99_999_999_900, -99_999_999_900),
)

const line: fc.Arbitrary<ActLine> = fc.record({
  excl: amount,
  rate: choice,
  account: choice,
  costCenterId,
  deviation: fc.constantFrom<-1 | 0 | 1>(0, 0, 0, 1, -1),
})
const lines = fc.array(line, { minLength: 1, maxLength: 4 })

const article: fc.Arbitrary<ActArticle> = fc.record({
  // The second ones make half cents, of the price and of the VAT.
  quantity: fc.oneof(fc.integer({ min: -300, max: 2_000 }), fc.constantFrom(-100, 50, 100, 150)),
  price: fc.oneof(fc.integer({ min: -100, max: 20_000 }), fc.constantFrom(1, 50, 150, 1_050, 9_950)),
  rate: choice,
  account: choice,
  costCenterId,
})

export const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('add relation'), name, person: fc.boolean() }),
  fc.record({ kind: fc.constant('rename relation'), relation: choice, name }),
  fc.record({
    kind: fc.constant('add account'),
    category: fc.constantFrom('BAL' as const, 'VW' as const),
    description: text,
  }),
  {
    arbitrary: fc.record({
      kind: fc.constant('invoice'),
      side,
      date,
      relation: choice,
      inclVat: fc.boolean(),
      lines,
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant('pay'),
      side,
      date,
      invoice: choice,
      percent: fc.constantFrom(1, 33, 50, 100, 120),
    }),
    weight: 4,
  },
  fc.record({ kind: fc.constant('money'), side, date, inclVat: fc.boolean(), lines }),
  fc.record({ kind: fc.constant('journal'), date, from: choice, to: choice, amount, costCenterId }),
  {
    arbitrary: fc.record({
      kind: fc.constant('write invoice'),
      date,
      relation: choice,
      numbered: fc.boolean(),
      booked: fc.boolean(),
      articles: fc.array(article, { minLength: 1, maxLength: 4 }),
    }),
    weight: 2,
  },
  fc.record({ kind: fc.constant('invoice again'), side, invoice: choice }),
  fc.record({ kind: fc.constant('pay nothing'), relation: choice }),
)
