import { type Database, findAlike, inOrganization, listCustomers, openDatabase } from '@stella/database'
import { type CustomerContent, validateCustomer } from '@stella/invoicing'
import { sql } from 'kysely'
import { customerValues } from '../database/src/customers/customer-row.ts'
import { inventCustomer } from '../stella/src/demo/people.ts'
import { randomFrom } from '../stella/src/demo/random.ts'
import { addOrganization } from '../tests/chaos/installation/add-organization.ts'
import type { DatabaseServer } from '../tests/chaos/processes/database-server.ts'
import type { Figure } from './figure.ts'
import { median } from './statistics.ts'

const many = 100_000
const few = 100
/** More in one statement would be slower: its parameters are counted in two bytes. */
const batchSize = 500

/** Whom everybody below looks for; there is one of them among the many and one among the few. */
const wanted: CustomerContent = {
  kind: 'company',
  name: 'Sørensen & Zoë Grootkeuken B.V.',
  contactName: 'Quirine Łapiński',
  address: 'Havenkade 1',
  postalCode: '8011 AB',
  city: 'Zwolle',
  country: 'NL',
  email: 'inkoop@zoe-grootkeuken.example',
  phone: '038 765 43 21',
  kvkNumber: '87654321',
  vatNumber: 'NL004495445B01',
}

const asTyped: Readonly<Record<string, string>> = {
  beginning: 'soren',
  middle: 'grootkeuk',
  accents: 'zoë lapinski',
  KvK: '8765 43 21',
  VAT: 'NL0044.95.445.B01',
  mail: 'inkoop@zoe',
  phone: '+31 38 7654321',
  // Slips of the keyboard: nothing is found, and then what was meant.
  slip: 'grootkeukne',
  slips: 'sorensne grootkueken',
  nobody: 'xyzzyx',
  // Found in many: the page is full before all were looked at.
  common: 'bakkerij de',
  short: 'zo',
}

/**
 * How long a page of customers takes by what was typed, among a hundred thousand: the slowest kind of typing over the
 * same among a hundred. What is searched for is found, or the figure is none.
 */
export async function searching(server: DatabaseServer, { runs }: { runs: number }): Promise<Figure> {
  const database = await server.newDatabase()
  const owner = openDatabase({ url: database.url, role: 'owner', maxConnections: 2 })
  const app = openDatabase({ url: database.urlOf('stella_app'), role: 'stella_app', maxConnections: 2 })
  try {
    const [amongMany, amongFew] = [await addOrganization(owner), await addOrganization(owner)]
    await addCustomers(app, amongMany, many)
    await addCustomers(app, amongFew, few)
    await sql`vacuum analyze customers`.execute(owner.kysely)
    const kinds = Object.entries(asTyped)
    const ratios: number[] = []
    const details = new Map<string, number[]>()
    for (let run = 0; run < runs; run += 1) {
      let [slowest, same] = [0, 1]
      for (const [kind, search] of kinds) {
        const [long, short] = [await timeOf(app, amongMany, search), await timeOf(app, amongFew, search)]
        details.set(kind, [...(details.get(kind) ?? []), long])
        if (long > slowest) [slowest, same] = [long, short]
      }
      ratios.push(slowest / same)
    }
    return {
      id: 'S1',
      title: 'slowest search among 100,000 customers / among 100',
      runs: ratios,
      bar: { most: 40 },
      details: Object.fromEntries([...details].map(([kind, times]) => [`${kind} ms`, median(times)])),
    }
  } finally {
    await app.close()
    await owner.close()
  }
}

async function timeOf(app: Database, organizationId: string, search: string): Promise<number> {
  const startedAt = performance.now()
  const items = await inOrganization(app, organizationId, async (tx) => {
    const found = (await listCustomers(tx, { search, limit: 20 })).items
    return found.length > 0 ? found : (await findAlike(tx, search, 5)).customers
  })
  const time = performance.now() - startedAt
  const isFound = items.some(({ name }) => name === wanted.name)
  if (!['nobody', 'common', 'short'].some((kind) => asTyped[kind] === search) && !isFound)
    throw new Error(`«${search}» did not find ${wanted.name}`)
  return time
}

async function addCustomers(app: Database, organizationId: string, count: number): Promise<void> {
  const random = randomFrom('customers')
  const contents = Array.from({ length: count - 1 }, (_none, index) => contentOf(random, index))
  contents.push(wanted)
  for (let done = 0; done < contents.length; done += batchSize) {
    const batch = contents.slice(done, done + batchSize).map(customerValues)
    await inOrganization(app, organizationId, (tx) => tx.insertInto('customers').values(batch).execute())
  }
}

function contentOf(random: ReturnType<typeof randomFrom>, index: number): CustomerContent {
  const checked = validateCustomer(inventCustomer(random, index))
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}
