import { Resolver } from 'node:dns/promises'
import { dmarcFindings, type SenderDomain } from '@stella/invoicing'

/** The texts of a name in DNS, each in the pieces it stands in. Throws with the code of DNS where there are none. */
export type ResolveTexts = (name: string) => Promise<readonly (readonly string[])[]>

/** Names under which providers that small businesses use keep their keys. */
const usualSelectors = [
  'default',
  'dkim',
  'mail',
  'google',
  'selector1',
  'selector2',
  's1',
  's2',
  'k1',
  'k2',
  'transip-a',
  'transip-b',
  'fm1',
  'protonmail',
  'zoho',
  'x',
]

/** Asks the system's name servers, briefly: a person waits for it. */
export function systemTexts(): ResolveTexts {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  return (name) => resolver.resolveTxt(name)
}

/** Looks at the domain of an address. What could not be asked is unknown, never missing. */
export async function lookAtSenderDomain(address: string, resolve: ResolveTexts): Promise<SenderDomain> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  // Where the name itself is not known nobody can say what it lacks: a typing error, or DNS that knows no internet.
  const texts = await textsAt(domain, resolve, ['ENODATA'])
  if (texts === null) return { domain, spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' }
  const [dkim, dmarc] = await Promise.all([dkimOf(domain, resolve), dmarcOf(domain, resolve)])
  return { domain, spf: spfIn(texts), dkim, dmarc }
}

function spfIn(texts: readonly string[]): SenderDomain['spf'] {
  const found = texts.filter((text) => /^v=spf1(\s|$)/i.test(text))
  return found.length === 0 ? 'missing' : found.length === 1 ? 'present' : 'several'
}

async function dkimOf(domain: string, resolve: ResolveTexts): Promise<SenderDomain['dkim']> {
  const answers = await Promise.all(
    usualSelectors.map((selector) => textsAt(`${selector}._domainkey.${domain}`, resolve)),
  )
  // A key that is empty was withdrawn (RFC 6376, 3.6.1).
  if (answers.some((texts) => texts?.some((text) => /(^|;)\s*p=\s*[a-z0-9+/]/i.test(text)))) return 'present'
  return answers.every((texts) => texts !== null) ? 'not_found' : 'unknown'
}

/** Of a part of a domain that says nothing, what the whole says holds (RFC 7489, 6.6.3). */
async function dmarcOf(domain: string, resolve: ResolveTexts): Promise<SenderDomain['dmarc']> {
  const texts = await textsAt(`_dmarc.${domain}`, resolve)
  if (texts === null) return 'unknown'
  const record = texts.find((text) => /^v=DMARC1(\s|;|$)/i.test(text)) ?? ''
  const said = /;\s*p=\s*(reject|quarantine|none)/i.exec(record)?.[1]?.toLowerCase()
  const policy = dmarcFindings.find((it) => it === said)
  if (policy !== undefined) return policy
  const [, ...rest] = domain.split('.')
  return rest.length < 2 ? 'missing' : dmarcOf(rest.join('.'), resolve)
}

/** Null when nobody answered; none when the answer is that there are none, as one of these codes says. */
async function textsAt(
  name: string,
  resolve: ResolveTexts,
  none: readonly string[] = ['ENOTFOUND', 'ENODATA'],
): Promise<string[] | null> {
  try {
    return (await resolve(name)).map((pieces) => pieces.join(''))
  } catch (error) {
    const { code } = error as { code?: string }
    return code !== undefined && none.includes(code) ? [] : null
  }
}
