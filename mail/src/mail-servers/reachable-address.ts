import { lookup as systemLookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** All addresses of a name, as the system resolves it. */
export type Lookup = (host: string) => Promise<readonly string[]>

/** To which servers organizations may have Stella connect. */
export type Reach = {
  readonly lookup: Lookup
  /** Whether also to servers in a network of one's own, and to this computer. */
  readonly privately: boolean
}

export type Reachable =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: 'mail_server_not_found' | 'mail_server_private' }

export const systemReach = { lookup: addressesOf, privately: false } satisfies Reach

/**
 * The address to connect to, which is the one that was judged: a name that points elsewhere a moment later changes
 * nothing. Refused when any of its addresses is not of the public internet, so that nobody reaches through Stella what
 * only Stella can reach.
 */
export async function reachableAddress(host: string, { lookup, privately }: Reach): Promise<Reachable> {
  const addresses = await lookup(host).catch(() => [])
  const [first] = addresses
  if (first === undefined) return { ok: false, problem: 'mail_server_not_found' }
  if (!privately && !addresses.every(isPublic)) return { ok: false, problem: 'mail_server_private' }
  return { ok: true, address: first }
}

/** By the registries of special addresses (RFC 6890): what is not plainly of the internet is of somebody's own. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await systemLookup(host, { all: true, verbatim: false })
  return found.map(({ address }) => address)
}
