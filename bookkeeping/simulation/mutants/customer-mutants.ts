import type { Mutant } from './mutant.ts'

const merge = 'bookkeeping/simulation/merge-customers.ts'
const merged = 'kept.content = filled(kept.content, gone.content)'

/** Mistakes over two customers that turn out to be one: what is in the books stays as it is there. */
export const customerMutants: readonly Mutant[] = [
  {
    name: 'merged: what is under way goes along',
    about: 'an invoice that waits is booked on the relation of the customer that stays, not on its own',
    patches: [
      {
        file: merge,
        find: merged,
        replace: `${merged}
  for (const it of memory.bookings)
    if (it.customerId === gone.id && it.booksId === memory.connection.booksId && it.state === 'planned')
      it.relation = memory.relationOf(kept, world.timeline.now)`,
      },
    ],
  },
  {
    name: 'merged: relation forgotten',
    about: 'the relation of the customer that went is forgotten although it stands in the books',
    patches: [
      {
        file: merge,
        find: merged,
        replace: `${merged}
  const forgotten = memory.relations.findIndex((it) => it.customer === gone)
  if (forgotten >= 0) memory.relations.splice(forgotten, 1)`,
      },
    ],
  },
  {
    name: 'merged: both relations made the same',
    about: 'the relation of the customer that went is given the details of the one that stays',
    patches: [
      {
        file: merge,
        find: merged,
        replace: `${merged}
  for (const it of memory.relations) if (it.customer === gone) it.sent = kept.content`,
      },
    ],
  },
  {
    name: 'merged: what came along is not sent',
    about: 'what the customer that stays took over from the other does not reach the books',
    patches: [
      {
        file: merge,
        find: 'memory.followCustomer(relation, isInvoiced)',
        replace: 'memory.followCustomer(relation, isInvoiced && relation.sent === null)',
      },
    ],
  },
  {
    name: 'merged: new invoices for the one that went',
    about: 'an invoice of the customer that stays is booked on the relation of the other',
    patches: [
      {
        file: 'bookkeeping/simulation/work-load.ts',
        find: 'const relation = memory.relationOf(stays, timeline.now)',
        replace:
          'const relation = memory.relationOf(stays.id === customer.id ? stays : customer, timeline.now)',
      },
    ],
  },
]
