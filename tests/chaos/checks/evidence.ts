import type { DB } from '@stella/database'
import type { BooksSnapshot, Exchange } from '@stella/e-boekhouden-sandbox'
import type { Selectable } from 'kysely'
import type { Installation, Organization } from '../installation/installation.ts'

/** What Stella and the service know of one organization at one moment. */
export type Evidence = {
  readonly organization: Organization
  readonly invoices: readonly Selectable<DB['invoices']>[]
  readonly bookings: readonly Selectable<DB['bookings']>[]
  readonly relations: readonly Selectable<DB['relations']>[]
  readonly activities: readonly Selectable<DB['activities']>[]
  /** Stella's attempts to write: AddRelatie and AddMutatie. */
  readonly attempts: readonly Selectable<DB['exchanges']>[]
  readonly books: BooksSnapshot
  /** The service's own log of all requests of this administration. */
  readonly journal: readonly Exchange[]
}

/** The service's logs, gathered piece by piece: it keeps only so many requests itself. */
export class Journals {
  readonly #gathered = new Map<string, Exchange[]>()

  async of({ sandbox }: Installation, administration: string): Promise<readonly Exchange[]> {
    const known = this.#gathered.get(administration) ?? []
    // An exchange that is still open changes yet, so it is asked for again.
    const open = known.findIndex(({ ending }) => ending === 'open')
    const settled = open < 0 ? known : known.slice(0, open)
    const after = settled.at(-1)?.number ?? 0
    const all = [...settled, ...(await sandbox.call('journal', { administration, after }))]
    this.#gathered.set(administration, all)
    return all
  }
}

export async function evidenceOf(
  installation: Installation,
  organization: Organization,
  journals: Journals,
): Promise<Evidence> {
  const { guid } = organization.access
  return {
    organization,
    ...(await rowsOf(installation, organization.id)),
    books: await installation.sandbox.call('books', guid),
    journal: await journals.of(installation, guid),
  }
}

/** All of one moment: what is at rest may still be read back, and that changes a booking and the log together. */
function rowsOf({ owner }: Installation, own: string) {
  const moment = owner.kysely.transaction().setIsolationLevel('repeatable read')
  return moment.execute(async (tx) => ({
    invoices: await tx
      .selectFrom('invoices')
      .selectAll()
      .where('organization_id', '=', own)
      .where('state', '=', 'final')
      .orderBy('number')
      .execute(),
    bookings: await tx
      .selectFrom('bookings')
      .selectAll()
      .where('organization_id', '=', own)
      .orderBy('ordinal')
      .execute(),
    relations: await tx.selectFrom('relations').selectAll().where('organization_id', '=', own).execute(),
    activities: await tx
      .selectFrom('activities')
      .selectAll()
      .where('organization_id', '=', own)
      .orderBy('position')
      .execute(),
    attempts: await tx
      .selectFrom('exchanges')
      .selectAll()
      .where('organization_id', '=', own)
      .where('operation', 'in', ['AddMutatie', 'AddRelatie'])
      .orderBy('started_at')
      .execute(),
  }))
}
