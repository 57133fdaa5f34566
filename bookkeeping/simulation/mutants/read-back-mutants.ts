import type { Mutant } from './mutant.ts'

const compare = 'bookkeeping/src/bookings/compare-mutation.ts'
const verify = 'bookkeeping/src/engine/verify-bookings.ts'

/** Mistakes in reading back, and in what is taken for ours. */
export const readBackMutants: readonly Mutant[] = [
  {
    name: 'read back without comparing',
    about: 'a mutation with the right numbers counts, whatever amounts it has',
    patches: [
      {
        file: compare,
        find: 'booked.invoiceNumber === mutation.invoiceNumber && isSame(mutation, booked)',
        replace: 'booked.invoiceNumber === mutation.invoiceNumber',
      },
    ],
  },
  {
    name: 'missing counts as read back',
    about: 'a mutation that is not there is called equal',
    patches: [
      {
        file: compare,
        find: "if (booked === undefined) return { kind: 'not_seen' }",
        replace: "if (booked === undefined) return { kind: 'equal' }",
      },
    ],
  },
  {
    name: 'missing at the first reading',
    about: 'one empty answer is believed',
    patches: [
      {
        file: verify,
        find: "if (absentSince === null || !isAbsenceCertain(absentSince, askedAt)) return { kind: 'not_seen' }",
        replace: "if (askedAt < 0) return { kind: 'not_seen' }",
      },
    ],
  },
  {
    name: 'never missing',
    about: 'what is not there is read back again and again, and nobody is told',
    patches: [
      {
        file: verify,
        find: "if (absentSince === null || !isAbsenceCertain(absentSince, askedAt)) return { kind: 'not_seen' }",
        replace: "if (absentSince === null || askedAt > 0) return { kind: 'not_seen' }",
      },
    ],
  },
  {
    name: 'doubles not looked for',
    about: 'a second mutation of the same invoice is passed over when reading back',
    patches: [{ file: compare, find: 'if (doubles.length > 0) {', replace: 'if (doubles.length < 0) {' }],
  },
  {
    name: 'doubles not read',
    about: 'only the numbers of the batch are read, not those around them',
    patches: [
      {
        file: 'bookkeeping/src/bookings/verification.ts',
        find: 'return { from, to: from + NUMBERS_READ - 1 }',
        replace: 'return { from: Math.max(from, Math.min(...numbers)), to: Math.max(...numbers) }',
      },
    ],
  },
  {
    name: 'unmarked adopted at once',
    about: 'what people booked is taken for ours while ours can still come',
    patches: [
      {
        file: compare,
        find: '!isOurs && canStillCome && isEqual',
        replace: 'isOurs && canStillCome && isEqual',
      },
    ],
  },
  {
    name: 'first of two adopted',
    about: 'a look-up that finds two takes one of them',
    patches: [
      { file: compare, find: "if (candidates.length > 1) return contradiction('found_twice')", replace: '' },
    ],
  },
]
