import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Page, PageRequest } from '@stella/database'
import { ApiError } from './api-error.ts'

/** Which list of whom a cursor is of: it opens no other. */
export type ListOf = { list: string; owner: string }

export type Pages = ReturnType<typeof createPages>

const [ivLength, tagLength] = [12, 16]

/** Cursors are filled up to a multiple of this many bytes, so that their length tells nothing either. */
const block = 128

/**
 * Reads lists in pages. A cursor holds a place in a list, such as a number that all organizations draw from, which
 * would tell how busy the others are. So it is handed out encrypted (AES-256-GCM), and one that was made by hand,
 * or is of another list or owner, is refused before anything is read.
 */
export function createPages(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cursors of lists', 32))
  return {
    /**
     * One page, presented.
     *
     * @throws ApiError `invalid_cursor`
     */
    async read<Query extends PageRequest, Row, Item>(
      of: ListOf,
      query: Query,
      readPage: (query: Query) => Promise<Page<Row>>,
      present: (row: Row) => Item,
    ): Promise<{ items: Item[]; nextCursor: string | null }> {
      const { cursor } = query
      const place = cursor === undefined ? {} : { cursor: openCursor(key, of, cursor) }
      const { items, nextCursor } = await readPage({ ...query, ...place })
      return {
        items: items.map(present),
        nextCursor: nextCursor === null ? null : sealCursor(key, of, nextCursor),
      }
    },
  }
}

function sealCursor(key: Buffer, of: ListOf, text: string): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(JSON.stringify([of.list, of.owner])))
  const filled = text.padEnd(Math.ceil(text.length / block) * block, ' ')
  const content = Buffer.concat([cipher.update(filled, 'utf8'), cipher.final()])
  return Buffer.concat([iv, content, cipher.getAuthTag()]).toString('base64url')
}

function openCursor(key: Buffer, of: ListOf, cursor: string): string {
  const sealed = Buffer.from(cursor, 'base64url')
  const [iv, tag] = [sealed.subarray(0, ivLength), sealed.subarray(-tagLength)]
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(JSON.stringify([of.list, of.owner])))
    decipher.setAuthTag(tag)
    const content = decipher.update(sealed.subarray(ivLength, -tagLength))
    return Buffer.concat([content, decipher.final()]).toString('utf8').trimEnd()
  } catch (cause) {
    throw new ApiError('invalid_cursor', { cause })
  }
}
