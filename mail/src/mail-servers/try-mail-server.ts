import type { Problem } from '@stella/invoicing'
import { createTransport, type NodemailerError } from 'nodemailer'
import { timeOuts } from '../post/smtp-post.ts'
import { smtpServerAt, type WithPassword } from './open-mail-server.ts'
import { type Reach, reachableAddress } from './reachable-address.ts'

/**
 * Connects to a mail server and signs in, without sending anything. Null when that works; else what is wrong, at the field
 * that mends it.
 */
export async function tryMailServer(server: WithPassword, reach: Reach): Promise<Problem | null> {
  const found = await reachableAddress(server.host, reach)
  if (!found.ok) return { path: 'host', code: found.problem }
  const transport = createTransport({ ...smtpServerAt(found.address, server), ...timeOuts })
  try {
    await transport.verify()
    return null
  } catch (error) {
    const code = problemOf(error as NodemailerError)
    return { path: pathOf[code] ?? 'host', code }
  } finally {
    transport.close()
  }
}

const pathOf: Partial<Record<Problem['code'], string>> = {
  mail_server_insecure: 'security',
  mail_server_sign_in_refused: 'password',
}

/** What OpenSSL finds wrong comes as an error of the socket, and its words say so alone; the rest is nodemailer's. */
function problemOf({ code, command, message = '' }: Partial<NodemailerError>): Problem['code'] {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail_server_sign_in_refused'
  const isOfTls =
    code === 'ETLS' || command === 'STARTTLS' || /certificate|SSL|TLS/i.test(`${code} ${message}`)
  return isOfTls ? 'mail_server_insecure' : 'mail_server_unreachable'
}
