import type { Problem } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import { createTransport, type NodemailerError } from 'nodemailer'
import { timeOuts } from '../post/smtp-post.ts'
import { smtpServerAt, type WithPassword } from './open-mail-server.ts'
import { type Reach, reachableAddress } from './reachable-address.ts'

/**
 * Connects to a mail server, signs in, and mails the sender that it works: many a server lets in and takes nothing from
 * the address. Null when it took that mail; else what is wrong, at the field that mends it.
 */
export async function tryMailServer(
  server: WithPassword,
  { language, reach }: { language: Language; reach: Reach },
): Promise<Problem | null> {
  const { trialSubject: subject, trialText: text } = textsIn(language).screens.mailServer
  const found = await reachableAddress(server.host, reach)
  if (!found.ok) return { path: 'host', code: found.problem }
  const sender = { name: '', address: server.sender }
  const transport = createTransport({ ...smtpServerAt(found.address, server), ...timeOuts })
  try {
    await transport.sendMail({ from: sender, to: sender, subject, text })
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
  mail_server_sender_refused: 'sender',
  mail_server_sign_in_refused: 'password',
}

/** What OpenSSL finds wrong comes as an error of the socket, and its words say so alone; the rest is nodemailer's. */
function problemOf({ code, command, message = '' }: Partial<NodemailerError>): Problem['code'] {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail_server_sign_in_refused'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'mail_server_sender_refused'
  const isOfTls =
    code === 'ETLS' || command === 'STARTTLS' || /certificate|SSL|TLS/i.test(`${code} ${message}`)
  return isOfTls ? 'mail_server_insecure' : 'mail_server_unreachable'
}
