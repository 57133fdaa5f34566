import type { RelationContent } from '../src/relations/relation-content.ts'
import type { CustomerRecord } from './memory-records.ts'
import { type Office, type World, wakeWorkers } from './world.ts'

const MINUTE = 60_000

/** At any moment two customers of an organization turn out to be one, and perhaps a third with them. */
export function mergeCustomers(world: World, office: Office, customers: readonly CustomerRecord[]): void {
  const { plan, timeline } = world
  if (!plan.draws('customers_merged')) return
  const random = plan.stream('customers_merged')
  for (let times = random.between(1, 2); times > 0; times -= 1) {
    timeline.after(random.between(0, Math.min(plan.faultyFor, 30 * MINUTE)), () => {
      const separate = customers.filter(({ mergedInto }) => mergedInto === null)
      const [kept, gone] = [1, 2].map(() => separate.splice(random.between(0, separate.length - 1), 1)[0])
      if (kept === undefined || gone === undefined) return
      world.coverage.count('customers_merged')
      merge(world, office, { kept, gone, customers })
    })
  }
}

/**
 * As mergeCustomers() and customersMerged() do where each has a relation: what the one that stays lacks it has from the
 * other. Where only the other has one, the database gives it to the one that stays, which needs no histories.
 */
function merge(
  world: World,
  { memory }: Office,
  {
    kept,
    gone,
    customers,
  }: { kept: CustomerRecord; gone: CustomerRecord; customers: readonly CustomerRecord[] },
): void {
  for (const it of customers) if (it === gone || it.mergedInto === gone) it.mergedInto = kept
  kept.content = filled(kept.content, gone.content)
  const { booksId } = memory.connection
  const relation = memory.relations.find((it) => it.customer === kept && it.booksId === booksId)
  if (relation !== undefined) {
    const isInvoiced = memory.bookings.some((it) => it.relation === relation)
    memory.followCustomer(relation, isInvoiced)
  }
  memory.markDue(world.timeline.now + world.clockStep)
  wakeWorkers(world)
}

function filled(kept: RelationContent, gone: RelationContent): RelationContent {
  const address = kept.address === '' && kept.city === '' ? { address: gone.address, city: gone.city } : {}
  return { ...kept, ...address, email: kept.email === '' ? gone.email : kept.email }
}
