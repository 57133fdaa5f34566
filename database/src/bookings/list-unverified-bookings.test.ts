import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase, testOrganization } from '../testing/index.ts'
import { manyBookings } from '../testing/many-bookings.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { listUnverifiedBookings, unverifiedBookings } from './list-unverified-bookings.ts'

const range = 390
/** Blocks of 8 kB: each booking of the range, its invoice, its customer and its relation through their indexes. */
const mostBlocks = range * 4 * 4

test('a batch to be read back costs the same however many wait for it', async () => {
  const db = await testDatabase()
  onTestFinished(() => db.close())
  const organization = await testOrganization(db)
  const now = new Date()
  const booksId = await manyBookings(db, organization, { count: 20_000, verifyAt: now })
  await inOrganization(db.database('stella_worker'), organization, async (tx) => {
    const rows = await listUnverifiedBookings(tx, { booksId, now, range })
    expect(rows.map(({ mutation_number }) => mutation_number)).toEqual(
      Array.from({ length: range }, (_, index) => BigInt(index + 1)),
    )
    const [row] = await unverifiedBookings(tx, { booksId, now, range }).explain<Explained>(
      'json',
      sql`analyze, buffers`,
    )
    const plan = row?.['QUERY PLAN'][0]?.Plan
    if (plan === undefined) throw new Error('there is no plan')
    expect(nodesOf(plan)).not.toContain('Sort')
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(mostBlocks)
  })
})

interface Node {
  readonly 'Node Type': string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}
interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Node }[]
}

function nodesOf(node: Node): string[] {
  return [node['Node Type'], ...(node.Plans ?? []).flatMap(nodesOf)]
}
