import type { Mutant, Patch } from './mutant.ts'

const plan = 'bookkeeping/src/bookings/plan-mutation.ts'
const parts = 'bookkeeping/src/bookings/planned-parts.ts'
const allowance = 'invoicing/src/allowances/allowance.ts'
const spread = 'invoicing/src/allowances/spread-allowances.ts'

/** A plan says of itself that it disagrees with the invoice; a mistake in the plan alone is one without that check. */
const unchecked: Patch = {
  file: plan,
  find: 'if (!agreesWithTotals(lines, invoice)) {',
  replace: 'if (lines.length < 0) {',
}

/** Mistakes over discounts and charges: on the invoice, and in what is booked of it. */
export const allowanceMutants: readonly Mutant[] = [
  {
    name: 'discount on the whole not booked',
    about: 'the books hold what the lines come to',
    patches: [unchecked, { file: parts, find: 'if (onWhole === 0n) return nets', replace: 'return nets' }],
  },
  {
    name: 'discount on the whole put on',
    about: 'in the books a discount is added to what it is taken off',
    patches: [
      unchecked,
      { file: parts, find: '.map((part) => signed(kind, part.net)),', replace: '.map((part) => part.net),' },
    ],
  },
  {
    name: 'charge without lines of its rate not booked',
    about: 'delivery at a rate that no line has is left out',
    patches: [
      unchecked,
      {
        file: parts,
        find: 'if (nets.size === 0) return nets.set(null, cents(onWhole - rounding))',
        replace: 'if (nets.size === 0) return nets',
      },
    ],
  },
  {
    name: 'discount on the whole under one rate',
    about: 'all of it lowers the VAT of the first rate',
    patches: [
      {
        file: spread,
        find: '  return bases.flatMap((base, index) => {\n    const amount = amounts[index] ?? ZERO',
        replace:
          '  return bases.flatMap((base, index) => {\n    const amount = index === 0 ? sumOf(amounts) : ZERO',
      },
    ],
  },
  {
    name: 'charge taken off',
    about: 'what is to be put on is taken off, on invoice and in books alike',
    patches: [
      {
        file: allowance,
        find: "return kind === 'charge' ? amount : cents(-amount)",
        replace: 'return cents(-amount)',
      },
    ],
  },
  {
    name: 'discount on a credit note added',
    about: 'an amount that is taken off does not follow the sign of what it is of',
    patches: [
      { file: allowance, find: 'return base < 0n ? cents(-entered) : entered', replace: 'return entered' },
    ],
  },
  {
    name: 'second discount of what the first left',
    about: 'each of several is of another amount',
    patches: [
      {
        file: allowance,
        find: '  return allowances.map((allowance) => ({ base, amount: amountOf(allowance, base) }))',
        replace: `  let left = base
  return allowances.map((allowance) => {
    const amount = amountOf(allowance, left)
    left = cents(left - amount)
    return { base, amount }
  })`,
      },
    ],
  },
]
