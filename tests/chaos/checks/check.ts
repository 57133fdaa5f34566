import type { Installation } from '../installation/installation.ts'
import { checkAmounts, checkFinals, checkMutations, checkOrder } from './bookings.ts'
import { evidenceOf, Journals } from './evidence.ts'
import { checkLog } from './log.ts'
import { checkRelations } from './relations.ts'
import { SecretSearch } from './secrets.ts'

/** What must hold of an installation in which nothing is under way; I6, that it comes to rest, is settle()'s. */
export class Checks {
  readonly #journals = new Journals()
  readonly #secrets = new SecretSearch()

  /** The breaches of I1–I5, I7 and I8; none when all is well. */
  async check(installation: Installation): Promise<string[]> {
    const breaches: string[] = []
    for (const organization of installation.organizations) {
      const all = await evidenceOf(installation, organization, this.#journals)
      for (const evidence of all) {
        const found = [
          ...checkMutations(evidence),
          ...checkAmounts(evidence),
          ...checkRelations(evidence),
          ...checkOrder(evidence),
          ...checkLog(evidence, installation.time),
        ]
        breaches.push(...found.map((breach) => `${breach} (${evidence.guid})`))
      }
      breaches.push(...checkFinals(all))
    }
    return [...breaches, ...(await this.#secrets.search(installation))]
  }
}
