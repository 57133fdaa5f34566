import type { Mutant } from './mutant.ts'

const engine = 'bookkeeping/src/engine'
const memory = 'bookkeeping/simulation/memory.ts'
const whereAbsent = 'bookkeeping/src/deliveries/decide-where-absent.ts'

/** Mistakes over which books a thing stands in, for organizations that link others than before. */
export const booksMutants: readonly Mutant[] = [
  {
    name: 'read back in other books',
    about: 'what was booked in books that are no longer linked is read back in the linked ones',
    patches: [
      {
        file: memory,
        find: 'const unverified = this.#ofLinkedBooks(this.bookings).filter(',
        replace: 'const unverified = this.bookings.filter(',
      },
      {
        file: memory,
        find: 'const booking = this.bookings.find((it) => it.id === id && it.booksId === booksId)',
        replace: 'const booking = this.bookings.find((it) => it.id === id)',
      },
    ],
  },
  {
    name: 'booked goes along',
    about: 'what is booked goes along to other books, and is booked there as well',
    patches: [
      {
        file: memory,
        find: 'if (!standsNowhere || booking.mutationNumber !== null) return',
        replace: "if (booking.state === 'sending') return",
      },
      {
        file: memory,
        find: "const waits = isOffered || booking.state === 'planned' || isOfBooks",
        replace: 'const waits = true',
      },
    ],
  },
  {
    name: 'unknown goes along',
    about: 'what may have been booked goes along to other books, and is sent there',
    patches: [
      {
        file: memory,
        find: "const standsNowhere = booking.state === 'planned' || booking.state === 'rejected'",
        replace: "const standsNowhere = ['planned', 'rejected', 'unknown'].includes(booking.state)",
      },
      {
        file: memory,
        find: "const waits = isOffered || booking.state === 'planned' || isOfBooks",
        replace: "const waits = isOffered || booking.state !== 'rejected' || isOfBooks",
      },
    ],
  },
  {
    name: 'unknown looked up in other books',
    about: 'an answer lost in former books is looked up in the linked ones, and their «not there» believed',
    patches: [
      {
        file: `${engine}/run-lane.ts`,
        find: "return work.kind === 'look_up_booking' ? work.booking.booksId : connection.booksId",
        replace: "return work.kind === 'look_up_booking' ? connection.booksId : connection.booksId",
      },
    ],
  },
  {
    name: 'relation of other books taken for present',
    about: 'a customer who is a relation in former books is not added to the linked ones',
    patches: [
      {
        file: memory,
        find: 'const known = this.relations.find((it) => it.booksId === booksId && it.customer === customer)',
        replace: 'const known = this.relations.find((it) => it.customer === customer)',
      },
    ],
  },
  {
    name: 'update sent to other books',
    about: 'a relation of former books is changed in the linked ones',
    patches: [
      {
        file: memory,
        find: 'const [first] = this.#ofLinkedBooks(open).toSorted(',
        replace: 'const [first] = open.toSorted(',
      },
    ],
  },
  {
    name: 'absent elsewhere waits for ever',
    about: 'what is certainly not in former books is planned there again, and nobody is asked',
    patches: [
      {
        file: whereAbsent,
        find: "return inFormerBooks ? told(delivery, 'absent_elsewhere', 'absent_in_former_books') : decision",
        replace: 'return inFormerBooks ? decision : decision',
      },
    ],
  },
  {
    name: 'deleted in the books, sent again',
    about: 'what was booked once and taken away by somebody is booked again by a retry',
    patches: [
      {
        file: whereAbsent,
        find: "if (wasBooked) return told(delivery, 'contradicted', 'missing_in_books')",
        replace: '',
      },
    ],
  },
  {
    name: 'refusal in former books pauses the linked ones',
    about: 'codes of former books that no longer work stop everything',
    patches: [
      {
        file: whereAbsent,
        find: "return decision.pause === null ? decision : told(delivery, 'gave_up', 'former_books_closed')",
        replace:
          'return decision.pause === null ? decision : { ...decision, change: { nextAt: Number.MAX_VALUE } }',
      },
    ],
  },
  {
    name: 'update sends every field',
    about: 'what people corrected in the books is undone by the next change of something else',
    patches: [
      {
        file: 'bookkeeping/src/relations/relation-content.ts',
        find: 'return all.length === 0 ? ours : all',
        replace: 'return fields',
      },
    ],
  },
  {
    name: 'code changed by hand not followed',
    about: 'a relation that people gave another code is looked for under the old one, and added again',
    patches: [
      {
        file: `${engine}/relation-commit.ts`,
        find: 'return { id: idInBooks, code: subject.code }',
        replace: 'return { id: idInBooks === null ? idInBooks : null, code: subject.code }',
      },
    ],
  },
  {
    name: 'renamed taken for changed',
    about: 'the code of a relation is not looked into, and its untouched mutations are called changed',
    patches: [
      {
        file: `${engine}/verify-bookings.ts`,
        find: "const isEqual = found.kind === 'other_relation' && codes.get(relation.rowId) === found.code",
        replace: "const isEqual = found.kind === 'other_relation' && codes.get(relation.rowId) === ''",
      },
    ],
  },
  {
    name: 'lost update forgotten',
    about: 'a change whose answer was lost is not sent again once the relation was seen to be there',
    patches: [
      {
        file: memory,
        find: "const isConfirmed = state !== 'present' || relation.changing.length === 0",
        replace: "const isConfirmed = state !== 'present' || relation.changing.length >= 0",
      },
    ],
  },
]
