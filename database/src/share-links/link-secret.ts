import { createHash, createHmac } from 'node:crypto'

/**
 * The secret in the address of a link, reckoned from the id of the link with a key that stands in no table: it can
 * be shown again for as long as the key is the same, and whoever has the tables alone has no link. 256 bits, as 43
 * characters that an address takes.
 */
export function secretOfLink(key: string, id: string): string {
  return createHmac('sha256', key).update(`share link ${id}`).digest('base64url')
}

/** What is stored of a secret, and found by it. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** The address of a link; null when it was made with another key, so that its secret is not known any more. */
export function addressOfLink(
  { key, publicUrl }: { key: string; publicUrl: string },
  { id, secretHash }: { id: string; secretHash: Uint8Array },
): string | null {
  const secret = secretOfLink(key, id)
  return hashOfSecret(secret).equals(secretHash) ? `${publicUrl}/f/${secret}` : null
}
