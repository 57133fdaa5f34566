import type { DB } from '@stella/database'
import type { BooksSnapshot, Exchange } from '@stella/e-boekhouden-sandbox'
import type { Selectable } from 'kysely'
import type { Installation, Organization } from '../installation/installation.ts'

/** What Stella and the service know of one organization and one of its books at one moment. */
export type Evidence = {
  readonly organization: Organization
  /** Of the administration at the service. */
  readonly guid: string
  /** Whether the organization is linked to these books now. */
  readonly areLinked: boolean
  /** All that are final, whatever books they stand in; and those that stand in these. */
  readonly finals: readonly Selectable<DB['invoices']>[]
  readonly invoices: readonly Selectable<DB['invoices']>[]
  readonly bookings: readonly Selectable<DB['bookings']>[]
  readonly relations: readonly Selectable<DB['relations']>[]
  /** In any of its books. */
  readonly relationsInAll: readonly Selectable<DB['relations']>[]
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

/** One for each of the books that it was ever linked to. */
export async function evidenceOf(
  installation: Installation,
  organization: Organization,
  journals: Journals,
): Promise<Evidence[]> {
  const rows = await rowsOf(installation, organization.id)
  const evidence: Evidence[] = []
  for (const guid of organization.administrations.keys()) {
    const own = rows.books.find((it) => it.guid === guid)
    const isHere = (row: { books_id: string | null }) => row.books_id === own?.id
    const bookings = rows.bookings.filter(isHere)
    const booked = new Set(bookings.map((it) => it.invoice_id))
    evidence.push({
      organization,
      guid,
      areLinked: guid === organization.access.guid,
      finals: rows.invoices,
      invoices: rows.invoices.filter((it) => booked.has(it.id)),
      bookings,
      relations: rows.relations.filter(isHere),
      relationsInAll: rows.relations,
      activities: rows.activities,
      attempts: rows.attempts.filter(isHere),
      books: await installation.sandbox.call('books', guid),
      journal: await journals.of(installation, guid),
    })
  }
  return evidence
}

/** All of one moment: what is at rest may still be read back, and that changes a booking and the log together. */
function rowsOf({ owner }: Installation, own: string) {
  const moment = owner.kysely.transaction().setIsolationLevel('repeatable read')
  return moment.execute(async (tx) => ({
    books: await tx.selectFrom('books').selectAll().where('organization_id', '=', own).execute(),
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
