import { isEmailAddress } from '../customers/contact-fields.ts'
import { type Problem, type Validated, validated } from '../problems/problem.ts'
import { readText } from '../problems/text-field.ts'

/**
 * How what is said to a mail server is kept from others. `tls`: from the first byte (RFC 8314); `starttls`: from the
 * moment the server offers it, and nothing is sent to one that does not (RFC 3207); `none`: not at all.
 */
export const mailSecurities = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** The mail server through which an organization sends itself. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** Null where the server asks for no sign-in. */
  readonly username: string | null
  /** The address that mail comes from. */
  readonly sender: string
}

/** The same as somebody typed it, with its password. */
export type MailServerInput = {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly username?: string | null | undefined
  readonly password?: string | null | undefined
  readonly sender: string
}

/**
 * What the domain of a sender tells mail servers that ask whether a mail is really from there: which servers may send for
 * it (SPF, RFC 7208), a key under which mails are signed (DKIM, RFC 6376), and what is to become of a mail that is not
 * (DMARC, RFC 7489). `several` records of SPF cancel each other; a key may stand where nobody can guess it; `unknown`:
 * nobody answered.
 */
export type SenderDomain = {
  readonly domain: string
  readonly spf: (typeof spfFindings)[number]
  readonly dkim: (typeof dkimFindings)[number]
  readonly dmarc: (typeof dmarcFindings)[number]
}
export const spfFindings = ['present', 'missing', 'several', 'unknown'] as const
export const dkimFindings = ['present', 'not_found', 'unknown'] as const
export const dmarcFindings = ['reject', 'quarantine', 'none', 'missing', 'unknown'] as const

/** Of a name in DNS (RFC 1035, 2.3.4); an IPv6 address is shorter. */
const hostLength = 253
const secretLength = 200

/** Checks a mail server as somebody typed it. Whether it is there and lets us in, only a connection shows. */
export function validateMailServer(
  input: MailServerInput,
): Validated<MailServer & { readonly password: string | null }> {
  const problems: Problem[] = []
  const required = true
  const host = readText(problems, 'host', input.host, { maximumLength: hostLength, required })?.toLowerCase()
  if (host !== undefined && !isHost(host)) problems.push({ path: 'host', code: 'host_invalid' })
  if (!Number.isInteger(input.port) || input.port < 1 || input.port > 65_535)
    problems.push({ path: 'port', code: 'port_invalid' })
  const sender = readText(problems, 'sender', input.sender, { maximumLength: 150, required })
  if (sender !== null && !isEmailAddress(sender)) problems.push({ path: 'sender', code: 'email_invalid' })
  const username = readText(problems, 'username', input.username, { maximumLength: secretLength })
  // As it was typed: a space at its end may belong to it.
  const password = input.password || null
  if (username !== null && password === null) problems.push({ path: 'password', code: 'required' })
  if (username === null && password !== null) problems.push({ path: 'username', code: 'required' })
  if (password !== null && password.length > secretLength)
    problems.push({ path: 'password', code: 'too_long', limit: secretLength })
  const { port, security } = input
  return validated(problems, { host: host ?? '', port, security, username, sender: sender ?? '', password })
}

/** A name or an address; no port, no path, no user. */
function isHost(text: string): boolean {
  return /^(?=.*[a-z0-9])[a-z0-9._-]+$/.test(text) || /^[0-9a-f:.]*:[0-9a-f:.]*$/.test(text)
}
