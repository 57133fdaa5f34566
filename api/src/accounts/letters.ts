import { type Database, inPerson } from '@stella/database'
import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'
import type { Device } from './device.ts'

/** Somebody with an account, as a letter speaks to them. */
export type Addressee = { name: string; email: string; language: string | null }

/**
 * What people are told of their account by mail. Neither waits for the letter nor fails with it: who asked must not
 * learn from the time or the answer whether there is an account.
 */
export type AccountLetters = {
  /** Whether letters leave this installation; otherwise whoever runs it finds them in a folder. */
  leave: boolean
  /** `token` lets whoever has it choose a password, once, within an hour. */
  passwordReset(to: Addressee, token: string): void
  passwordChanged(to: Addressee): void
  /** To who was this account's person until now. */
  accountDeleted(to: Addressee): void
  /** `token` confirms that this address can be written to, within a day. */
  emailConfirmation(to: Addressee, token: string): void
  /** To the new address. `token` changes it, once, within an hour. */
  emailChange(to: Addressee, token: string): void
  /** To the former address, whoever reads there now. */
  emailChanged(to: Addressee, newEmail: string): void
  /** That somebody signed in with a browser that this account was never used with. */
  newDevice(to: Addressee, device: Device): void
  /** That signing in asks a code now, or no longer, or that there are new recovery codes. */
  secondFactor(to: Addressee, change: SecondFactorChange): void
  /** To somebody who may have no account yet. `token` lets whoever has it join. */
  invitation(email: string, invitation: InvitationLetter): void
}

export type SecondFactorChange = 'on' | 'off' | 'recoveryCodes'

export type InvitationLetter = {
  organizationName: string
  inviterName: string
  role: Role
  expiresAt: Date
  token: string
  /** Of whoever invites: of the other nothing is known. */
  language: string | null
}

/** Who has this account; null when there is none, or when it is shut out. */
export async function findAddressee(accounts: Database, userId: string): Promise<Addressee | null> {
  const { rows } = await sql<Addressee>`
    select name, email, language from accounts."user" where id = ${userId} and banned is not true
  `.execute(accounts.kysely)
  return rows[0] ?? null
}

/** For a command or a demo, which writes to nobody. */
export const noLetters: AccountLetters = {
  leave: false,
  passwordReset: () => {},
  passwordChanged: () => {},
  accountDeleted: () => {},
  emailConfirmation: () => {},
  emailChange: () => {},
  emailChanged: () => {},
  newDevice: () => {},
  secondFactor: () => {},
  invitation: () => {},
}

/** Lets every link go that this person could still choose a password with. */
export async function forgetResets(accounts: Database, userId: string): Promise<void> {
  await inPerson(accounts, userId, (tx) =>
    sql`delete from accounts.verification where value = ${userId}`.execute(tx),
  )
}
