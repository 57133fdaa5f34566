import { createTransport, type NodemailerError } from 'nodemailer'
import { messageOf } from './message-of.ts'
import type { Post, Sent } from './post.ts'

/** Together well under the two minutes after which the queue takes a job for lost (migration 0006). */
const timeOuts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
}

/** Sends letters to a mail server. `url` is smtp:// or smtps://, with user and password when it asks for them. */
export function smtpPost({ url, from }: { url: string; from: string }): Post {
  const transport = createTransport({ url, ...timeOuts })
  return {
    leaves: true,
    async send(letter) {
      try {
        const { response } = await transport.sendMail(messageOf(letter, from))
        return { outcome: 'sent', where: response }
      } catch (error) {
        return failureOf(error)
      }
    },
    async check() {
      try {
        await transport.verify()
        return null
      } catch (error) {
        return reasonOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/**
 * Only what the server says of the recipient or of the message is for good. A refused sender or a wrong password
 * is the operator's to mend, and then the letter goes.
 */
function failureOf(error: unknown): Sent {
  const { code, command, permanent } = error as NodemailerError
  const isOfRecipient = code === 'EENVELOPE' && command === 'RCPT TO'
  const isOfMessage = code === 'EMESSAGE'
  const outcome = permanent === true && (isOfRecipient || isOfMessage) ? 'refused' : 'failed'
  return { outcome, reason: reasonOf(error) }
}

/** What went wrong, in one line: nodemailer's code, the server's number and its words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, responseCode, response, message } = error as NodemailerError
  const said = (response ?? message).replace(/\s+/g, ' ').slice(0, 200)
  return [
    code,
    responseCode === undefined || said.startsWith(String(responseCode)) ? undefined : responseCode,
    said,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}
