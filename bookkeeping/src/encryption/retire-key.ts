import {
  type BooksRow,
  changeFingerprint,
  type Database,
  findMailServerPassword,
  inOrganization,
  listBooks,
  listLanes,
  listSecrets,
  organizationsWithMailServer,
  resealMailServerPassword,
  resealSecret,
  type SecretOf,
  type Transaction,
} from '@stella/database'
import type { Codes, Seal, SealedSecret, SecretPlace } from './seal.ts'

/** A key, and what needs it. */
export type KeyInUse = {
  readonly name: string
  /** False where it is not among the keys we have: what it seals does not open. */
  readonly isKnown: boolean
  /** Connections whose codes it seals. */
  readonly connections: number
  /** Mail servers of organizations whose passwords it seals. */
  readonly mailServers: number
  /** Administrations that are recognised by it. */
  readonly books: number
}

type Parts = {
  /** Role `stella_worker`: it alone reads sealed codes. */
  readonly database: Database
  readonly seal: Seal
}

/** All keys, those we have in their order and then those that are missing, with what needs each. */
export async function sealingKeysInUse({ database, seal }: Parts): Promise<KeyInUse[]> {
  const known = seal.keys.map(({ name }) => name)
  const connections = new Map<string, number>()
  const books = new Map<string, number>()
  const mailServers = new Map<string, number>()
  for await (const organizationId of listLanes(database)) {
    await inOrganization(database, organizationId, async (tx) => {
      for (const secret of await listSecrets(tx))
        count(connections, seal.keyNameOf(secret, placeOf(organizationId, secret)))
      for (const row of await listBooks(tx)) {
        if (row.fingerprint_key_name !== null) count(books, fingerprintKeyOf(seal, row))
      }
    })
  }
  for await (const organizationId of organizationsWithMailServer(database)) {
    const found = await inOrganization(database, organizationId, findMailServerPassword)
    if (found !== null) count(mailServers, seal.keyNameOf(found, placeOfPassword(organizationId)))
  }
  const all = [...known, ...connections.keys(), ...mailServers.keys(), ...books.keys()]
  return [...new Set(all)].map((name) => ({
    name,
    isKnown: known.includes(name),
    connections: connections.get(name) ?? 0,
    mailServers: mailServers.get(name) ?? 0,
    books: books.get(name) ?? 0,
  }))
}

/**
 * Seals under the first key whatever another one seals, while bookings go on: one organization at a time, each in a
 * transaction of its own, so that it can be stopped at any point and done again. Codes that somebody enters meanwhile
 * stay as entered.
 *
 * @param name of a key that we have and that is not the first
 * @returns what still needs the key: connections and mail servers whose secrets were sealed with it meanwhile by a program that does not
 *   know the new one, and administrations that are recognised by it alone, whose codes we no longer have
 */
export async function retireSealingKey(parts: Parts, name: string): Promise<KeyInUse> {
  for await (const organizationId of listLanes(parts.database)) {
    await inOrganization(parts.database, organizationId, (tx) =>
      retireIn(tx, parts.seal, organizationId, name),
    )
  }
  for await (const organizationId of organizationsWithMailServer(parts.database)) {
    await inOrganization(parts.database, organizationId, (tx) =>
      resealMailPassword(tx, parts.seal, organizationId, name),
    )
  }
  const left = (await sealingKeysInUse(parts)).find((key) => key.name === name)
  return left ?? { name, isKnown: true, connections: 0, mailServers: 0, books: 0 }
}

async function retireIn(tx: Transaction, seal: Seal, organizationId: string, name: string): Promise<void> {
  const opened = new Map<string, Codes>()
  for (const secret of await listSecrets(tx)) {
    const place = placeOf(organizationId, secret)
    const keyName = seal.keyNameOf(secret, place)
    if (!seal.keys.some((key) => key.name === keyName)) continue
    const codes = seal.open(secret, place)
    opened.set(secret.booksId, codes)
    if (keyName === name) await resealSecret(tx, secret, { from: secret, to: seal.seal(codes, place) })
  }
  for (const books of await listBooks(tx)) {
    if (books.fingerprint_key_name !== null && fingerprintKeyOf(seal, books) === name)
      await recogniseByFirst(tx, seal, books, opened.get(books.id))
  }
}

async function resealMailPassword(
  tx: Transaction,
  seal: Seal,
  organizationId: string,
  name: string,
): Promise<void> {
  const place = placeOfPassword(organizationId)
  const found = await findMailServerPassword(tx)
  if (found === null || seal.keyNameOf(found, place) !== name) return
  await resealMailServerPassword(tx, found, seal.sealPassword(seal.openPassword(found, place), place))
}

/** Of books whose codes are gone only the name of the key can be made right, so that it is not taken for another. */
async function recogniseByFirst(
  tx: Transaction,
  seal: Seal,
  books: BooksRow,
  codes: Codes | undefined,
): Promise<void> {
  const [first] = codes === undefined ? [] : seal.fingerprints(codes)
  await changeFingerprint(tx, books, {
    fingerprint_key_name: first?.keyName ?? fingerprintKeyOf(seal, books),
    code_2_fingerprint: first?.code2 ?? books.code_2_fingerprint,
    username_fingerprint: first?.username ?? books.username_fingerprint,
  })
}

/** Of before keys had names, that of the key that stood at that place. */
function fingerprintKeyOf(seal: Seal, { fingerprint_key_name: given }: BooksRow): string {
  return seal.keys.find(({ formerName }) => formerName === given)?.name ?? given ?? ''
}

function placeOf(organizationId: string, { connectionId }: SecretOf & SealedSecret): SecretPlace {
  return { organizationId, rowId: connectionId, purpose: 'e-boekhouden-codes' }
}

/** An organization has one mail server, so the row is the organization's. */
export function placeOfPassword(organizationId: string): SecretPlace {
  return { organizationId, rowId: organizationId, purpose: 'mail-password' }
}

function count(numbers: Map<string, number>, name: string): void {
  numbers.set(name, (numbers.get(name) ?? 0) + 1)
}
