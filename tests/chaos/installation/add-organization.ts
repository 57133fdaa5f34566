import { randomUUID } from 'node:crypto'
import { type Database, inOrganization, saveProfile } from '@stella/database'
import { sql } from 'kysely'

/** Adds an organization that can make an invoice final, and gives its id. */
export async function addOrganization(owner: Database): Promise<string> {
  const id = randomUUID()
  await sql`insert into accounts.organization (id, name, slug) values (${id}, ${profile.name}, ${id})`.execute(
    owner.kysely,
  )
  await inOrganization(owner, id, (tx) => saveProfile(tx, profile))
  return id
}

const profile = {
  name: 'Bakkerij De Proef',
  address: 'Dorpsstraat 2',
  postalCode: '1234 AB',
  city: 'Utrecht',
  country: 'NL',
  email: 'bakkerij@voorbeeld.test',
  phone: null,
  kvkNumber: '12345678',
  vatNumber: 'NL123456782B90',
  iban: 'NL91ABNA0417164300',
  accountName: 'Bakkerij De Proef',
  vatScheme: 'ordinary',
} as const
