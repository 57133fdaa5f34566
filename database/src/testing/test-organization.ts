import { randomUUID } from 'node:crypto'
import type { OrganizationProfile } from '@stella/invoicing'
import { sql } from 'kysely'
import { saveProfile } from '../organizations/profile.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import type { TestDatabase } from './test-database.ts'

/** All that the law wants of who sends an invoice, and where to pay. */
function profileNamed(name: string): OrganizationProfile {
  return {
    name,
    address: 'Deegweg 1',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
    email: null,
    phone: null,
    kvkNumber: '12345678',
    vatNumber: 'NL123456782B90',
    iban: 'NL91ABNA0417164300',
    accountName: name,
    vatScheme: 'ordinary',
  }
}

/** Fills in all that an organization needs to make invoices final. */
export function fillProfile(tx: Transaction, name: string): Promise<unknown> {
  return saveProfile(tx, profileNamed(name))
}

/** Inserts an organization that filled in nothing yet, and gives its id. */
export async function newOrganization(db: TestDatabase, name = 'Bakkerij De Proef'): Promise<string> {
  const id = randomUUID()
  await sql`insert into accounts.organization (id, name, slug) values (${id}, ${name}, ${id})`.execute(
    db.database('owner').kysely,
  )
  return id
}

/** Inserts an organization that can make invoices final, and gives its id. */
export async function testOrganization(db: TestDatabase, name = 'Bakkerij De Proef'): Promise<string> {
  const id = await newOrganization(db, name)
  await inOrganization(db.database('stella_app'), id, (tx) => fillProfile(tx, name))
  return id
}
