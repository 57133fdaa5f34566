import { type Chosen, DEBTORS, PRODUCTS, REVENUES } from './chosen-accounts.ts'
import type { Random } from './random.ts'
import { usualTreatments } from './vat-kinds.ts'
import { type Office, type World, wakeWorkers } from './world.ts'

/** At any moment people choose other accounts in the linked books, as changeMapping() and updateProduct() do. */
export function chooseAccounts(world: World, office: Office): void {
  const { plan, timeline } = world
  if (!plan.draws('accounts_chosen')) return
  const random = plan.stream('accounts_chosen')
  for (let times = random.between(1, 4); times > 0; times -= 1) {
    timeline.after(random.between(0, Math.min(plan.faultyFor, 20 * 60_000)), () => {
      world.coverage.count('accounts_chosen')
      const { chosen, connection } = office.memory
      const accounts = drawAccounts(random)
      chosen.choose(connection.booksId, accounts)
      connection.usualAccounts = accounts
      wakeWorkers(world)
    })
  }
}

function drawAccounts(random: Random): Chosen {
  const drawn = <Of>(from: readonly [Of, ...Of[]]): Of => from[random.between(0, from.length - 1)] ?? from[0]
  const some = <Of extends string>(from: readonly Of[]) => from.filter(() => random.happens(0.5))
  return {
    debtors: drawn(DEBTORS),
    revenue: drawn(REVENUES),
    byTreatment: Object.fromEntries(some(usualTreatments).map((it) => [it, drawn(REVENUES)])),
    byProduct: new Map(some(PRODUCTS).map((it) => [it, drawn(REVENUES)])),
  }
}
