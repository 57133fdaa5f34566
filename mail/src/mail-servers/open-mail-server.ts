import { isIP } from 'node:net'
import type { MailServer } from '@stella/invoicing'
import type { Post } from '../post/post.ts'
import { type SmtpServer, smtpPostTo } from '../post/smtp-post.ts'
import { type Reach, reachableAddress } from './reachable-address.ts'

/** A mail server with its password, as it is connected to. */
export type WithPassword = MailServer & { readonly password: string | null }

/** Letters through a server of an organization's own. The server is looked up and judged for each of them. */
export function mailServerPost(server: WithPassword, reach: Reach): Post {
  return {
    leaves: true,
    async send(letter) {
      const found = await reachableAddress(server.host, reach)
      if (!found.ok)
        return { outcome: 'failed', reason: found.problem, cause: 'server_unreachable', said: null }
      const post = smtpPostTo({ server: smtpServerAt(found.address, server), from: server.sender })
      try {
        return await post.send(letter)
      } finally {
        post.close()
      }
    },
    check: async () => null,
    close: () => {},
  }
}

/** Where letters wait for a password that does not open, as when the key of it is missing. */
export function closedPost(reason: string): Post {
  return {
    leaves: true,
    send: async () => ({ outcome: 'failed', reason, cause: 'server_unreachable', said: null }),
    check: async () => reason,
    close: () => {},
  }
}

/** The certificate is that of the name, whatever address was connected to. */
export function smtpServerAt(
  address: string,
  { host, password, port, security, username }: WithPassword,
): SmtpServer {
  return {
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: isIP(host) === 0 ? { servername: host } : {},
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
  }
}
