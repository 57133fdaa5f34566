import { existsSync, readFileSync } from 'node:fs'
import { type Database, inOrganization, saveProfile } from '@stella/database'
import type { Accounts } from '../accounts/accounts.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { readOrMake } from '../secrets/kept-file.ts'
import { drawPassword } from '../secrets/password.ts'
import type { Login, ShortScreen } from '../terminal/short-screen.ts'
import { madeUpDomain } from './addresses.ts'

const owner = { email: `demo@${madeUpDomain}`, name: 'Noor Visser', organizationName: 'Studio Noorderlicht' }
const support = { email: `support@${madeUpDomain}`, name: 'Support van Stella' }
/** A complete sender, so that the first invoice can be made final at once; the names and numbers are invented. */
const profile = {
  name: owner.organizationName,
  address: 'Sterrenlaan 12',
  postalCode: '3583 CK',
  city: 'Utrecht',
  country: 'NL',
  email: owner.email,
  phone: '030 123 45 67',
  kvkNumber: '12345678',
  vatNumber: 'NL123456782B90',
  iban: 'NL91ABNA0417164300',
  accountName: owner.organizationName,
  vatScheme: 'ordinary',
} as const

/**
 * Makes the demo organization with its login, and a login for the support desk, when they are not there yet. Their
 * passwords are drawn at the first start and kept in the data folder, for this computer's user only, so that every
 * start can show them. Who was shut out while the books were real, can sign in again.
 */
export async function ensureDemo(
  accounts: Accounts,
  database: Database,
  folder: DataFolder,
): Promise<NonNullable<ShortScreen['demo']>> {
  await accounts.letInAgain()
  const known = { owner: await accounts.exists(owner.email), support: await accounts.exists(support.email) }
  const passwords = passwordsIn(folder.demoFile, !known.owner && !known.support)
  if (!known.owner && passwords) {
    const { organizationId } = await accounts.create({
      ...owner,
      password: passwords.owner,
      isConfirmed: true,
    })
    if (organizationId !== null)
      await inOrganization(database, organizationId, (tx) => saveProfile(tx, profile))
  }
  if (!known.support && passwords) {
    await accounts.create({ ...support, password: passwords.support, supportRole: true, isConfirmed: true })
  }
  const login = (email: string, password: string | undefined): Login => ({ email, password })
  return {
    owner: login(owner.email, passwords?.owner),
    support: login(support.email, passwords?.support),
  }
}

interface Passwords {
  owner: string
  support: string
}

/** Drawn for new accounts; undefined where the accounts exist but were made with another data folder. */
function passwordsIn(file: string, mayDraw: boolean): Passwords | undefined {
  if (!mayDraw && !existsSync(file)) return undefined
  readOrMake(file, () => JSON.stringify({ owner: drawPassword(), support: drawPassword() }))
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords
}
