import { hkdfSync } from 'node:crypto'

/**
 * What the secrets of links to invoices are reckoned with, from what signs the sessions: with a new key links that
 * customers have go on working, and new ones are made where one is asked for again.
 */
export function shareLinkKey(sessionSecret: string): string {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'stella share links', 32)).toString('hex')
}
