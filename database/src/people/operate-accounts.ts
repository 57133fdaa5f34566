import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'
import { recordAudit } from '../audit/record-audit.ts'
import type { Database } from '../pools/open-database.ts'
import { inTransaction, type Transaction } from '../transactions/in-organization.ts'

export type ListedAccount = {
  email: string
  name: string
  isBlocked: boolean
  supportRole: boolean
  hasSecondFactor: boolean
  sessions: number
  organizations: { name: string; role: string }[]
}

/** Everybody with an account, by address. */
export async function listAccounts(accounts: Database): Promise<ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    select u.email, u.name, coalesce(u.banned, false) as "isBlocked", coalesce(u.role = 'support', false) as "supportRole",
      u.two_factor_enabled as "hasSecondFactor",
      (select count(*)::integer from accounts.session s where s.user_id = u.id and s.expires_at > now()) as sessions,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', o.name, 'role', m.role) order by o.name)
        from accounts.member m join accounts.organization o on o.id = m.organization_id where m.user_id = u.id
      ), '[]') as organizations
    from accounts."user" u order by u.email`.execute(accounts.kysely)
  return rows
}

/** Why somebody of an installation was shut out, told from what the program shuts out itself. */
const reason = 'by whoever runs this Stella'

/** Shuts an account out, with its sessions; its keys open nothing meanwhile. Returns whether there is one. */
export async function blockAccount(accounts: Database, email: string): Promise<boolean> {
  return inTransaction(accounts, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update accounts."user" set banned = true, ban_reason = ${reason} where email = ${emailOf(email)}
      returning id`.execute(tx)
    const [user] = rows
    if (user === undefined) return false
    await sql`delete from accounts.session where user_id = ${user.id}`.execute(tx)
    return true
  })
}

/** Takes that back. Returns whether there is such an account. */
export async function unblockAccount(accounts: Database, email: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts."user" set banned = null, ban_reason = null where email = ${emailOf(email)}`.execute(
    accounts.kysely,
  )
  return numAffectedRows === 1n
}

/** Says that mail reaches whoever has this account. Returns whether there is one. */
export async function confirmAccount(accounts: Database, email: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts."user" set email_verified = true where email = ${emailOf(email)}`.execute(accounts.kysely)
  return numAffectedRows === 1n
}

/** Ends every session of an account. Returns how many there were; null where there is no such account. */
export async function endSessionsOf(accounts: Database, email: string): Promise<number | null> {
  return inTransaction(accounts, async (tx) => {
    const id = await findUser(tx, email)
    if (id === null) return null
    const { numAffectedRows } = await sql`delete from accounts.session where user_id = ${id}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

/**
 * Takes the second factor of an account away, for who lost app and recovery codes, and ends its sessions: the password
 * alone lets in until there is a new one. Returns whether there is such an account.
 */
export async function resetSecondFactor(accounts: Database, email: string): Promise<boolean> {
  return inTransaction(accounts, async (tx) => {
    const id = await findUser(tx, email)
    if (id === null) return false
    await sql`update accounts."user" set two_factor_enabled = false where id = ${id}`.execute(tx)
    await sql`delete from accounts.two_factor where user_id = ${id}`.execute(tx)
    await sql`delete from accounts.session where user_id = ${id}`.execute(tx)
    return true
  })
}

/**
 * Gives an account a role in an organization, also where it had none: the way back in when no owner is left who can
 * sign in. The owners read of it. Returns whether there is such an account.
 */
export async function giveRole(
  accounts: Database,
  { email, organizationId, role }: { email: string; organizationId: string; role: Role },
): Promise<boolean> {
  return inTransaction(accounts, async (tx) => {
    const id = await findUser(tx, email)
    if (id === null) return false
    const { rows } = await sql<{ role: string }>`
      select role from accounts.member where user_id = ${id} and organization_id = ${organizationId}
      for update`.execute(tx)
    await sql`
      insert into accounts.member (organization_id, user_id, role) values (${organizationId}, ${id}, ${role})
      on conflict (organization_id, user_id) do update set role = excluded.role`.execute(tx)
    await recordAudit(tx, {
      organizationId,
      actor: { kind: 'operator', id: null, name: '' },
      ipAddress: null,
      action: 'role_changed',
      subject: emailOf(email),
      before: rows[0] ?? null,
      after: { role },
    })
    return true
  })
}

async function findUser(tx: Transaction, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from accounts."user" where email = ${emailOf(email)}`.execute(tx)
  return rows[0]?.id ?? null
}

function emailOf(email: string): string {
  return email.trim().toLowerCase()
}
