import type { Selectable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The link of an organization to its books, without its codes, and what these books are called. */
export type ConnectionRow = Selectable<DB['connections']> & { books_name: string; username_hint: string }

/** Codes as they are stored: ciphertext, and the key they were sealed with, itself sealed. */
export type SealedSecretRow = {
  keyName: string
  wrappedKey: Buffer
  sealedCodes: Buffer
}
