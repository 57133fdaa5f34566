import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What the link of an invitation ends with: its id, and a mark that only whoever has the key can reckon. No table holds
 * it, so a copy of the database lets nobody in, and it can be sent again.
 */
export function tokenOfInvitation(secret: string, id: string): string {
  return `${id}.${markOf(secret, id).toString('base64url')}`
}

/** The id of the invitation that a link was made for; null where it was not made here. */
export function readInvitationToken(secret: string, token: string): string | null {
  const [id = '', mark = ''] = token.split('.')
  if (!uuid.test(id)) return null
  const expected = markOf(secret, id)
  const given = Buffer.from(mark, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function markOf(secret: string, id: string): Buffer {
  return createHmac('sha256', secret).update(`invitation ${id}`).digest()
}
