import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type PersonInCharge = {
  userId: string
  name: string
  email: string
  /** The language they last used Stella in; null when that is not known. */
  language: string | null
  organizationName: string
  /** Whether they want a mail in the morning while something waits for them. */
  digest: boolean
}

/** Who runs an organization and is not shut out: its owners. */
export async function listPeopleInCharge(
  tx: Transaction<DB>,
  organizationId: string,
): Promise<PersonInCharge[]> {
  return peopleInCharge(tx, organizationId).orderBy('u.id').execute()
}

/** One of them; null when they are no longer. */
export async function findPersonInCharge(
  tx: Transaction<DB>,
  organizationId: string,
  userId: string,
): Promise<PersonInCharge | null> {
  return (await peopleInCharge(tx, organizationId).where('u.id', '=', userId).executeTakeFirst()) ?? null
}

/** Somebody who works for an organization, in whatever role, and is not shut out; null when they are no longer. */
export async function findColleague(
  tx: Transaction<DB>,
  organizationId: string,
  userId: string,
): Promise<PersonInCharge | null> {
  return (await people(tx, organizationId).where('u.id', '=', userId).executeTakeFirst()) ?? null
}

/** Whoever has one of these addresses and is not shut out, whether or not they still work there. */
export async function findFormerPeople(
  tx: Transaction<DB>,
  emails: readonly string[],
): Promise<{ userId: string }[]> {
  if (emails.length === 0) return []
  return tx
    .selectFrom('accounts.user')
    .select('id as userId')
    .where('email', 'in', emails)
    .where('banned', 'is not', true)
    .execute()
}

/** Somebody who ran the organization until a moment ago, or does; null when shut out. */
export async function findAnyPerson(
  tx: Transaction<DB>,
  organizationId: string,
  userId: string,
): Promise<Omit<PersonInCharge, 'digest'> | null> {
  const found = await tx
    .selectFrom('accounts.user as u')
    .innerJoin('accounts.organization as o', (join) => join.on('o.id', '=', organizationId))
    .select(['u.id as userId', 'u.name', 'u.email', 'u.language', 'o.name as organizationName'])
    .where('u.id', '=', userId)
    .where('u.banned', 'is not', true)
    .executeTakeFirst()
  return found ?? null
}

function peopleInCharge(tx: Transaction<DB>, organizationId: string) {
  return people(tx, organizationId).where('m.role', '=', 'owner')
}

function people(tx: Transaction<DB>, organizationId: string) {
  return tx
    .selectFrom('accounts.member as m')
    .innerJoin('accounts.user as u', 'u.id', 'm.user_id')
    .innerJoin('accounts.organization as o', 'o.id', 'm.organization_id')
    .select(['u.id as userId', 'u.name', 'u.email', 'u.language', 'o.name as organizationName', 'm.digest'])
    .where('m.organization_id', '=', organizationId)
    .where('u.banned', 'is not', true)
}
