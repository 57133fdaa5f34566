import { createTransport, type NodemailerError } from 'nodemailer'
import { causeOf } from './cause-of.ts'
import { holdLastByte, withQuestion } from './hold-last-byte.ts'
import { messageOf } from './message-of.ts'
import type { Letter, Post, Sent } from './post.ts'

/** Together well under the two minutes after which the queue takes a job for lost (migration 0006). */
export const timeOuts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
}

/** Sends letters to a mail server. `url` is smtp:// or smtps://, with user and password when it asks for them. */
export function smtpPost({ url, from }: { url: string; from: string }): Post {
  return postOver(opened({ url }), from)
}

/** A mail server as nodemailer connects to it. */
export type SmtpServer = {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly ignoreTLS: boolean
  readonly tls: { readonly servername?: string }
  readonly auth?: { readonly user: string; readonly pass: string }
}

/** Sends letters to this mail server. */
export function smtpPostTo({ server, from }: { server: SmtpServer; from: string }): Post {
  return postOver(opened(server), from)
}

function opened(server: SmtpServer | { readonly url: string }) {
  return createTransport({ ...server, ...timeOuts })
}

function postOver(transport: ReturnType<typeof opened>, from: string): Post {
  holdLastByte(transport)
  return {
    leaves: true,
    async send(letter) {
      const handedOver = { isSo: false }
      try {
        const { response } = await transport.sendMail(optionsOf(letter, from, handedOver))
        return { outcome: 'sent', where: response }
      } catch (error) {
        return failureOf(error, handedOver.isSo)
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

function optionsOf(letter: Letter, from: string, handedOver: { isSo: boolean }) {
  const options = messageOf(letter, from)
  if (letter.onBehalf === undefined) return options
  const { handOver } = letter.onBehalf
  return withQuestion(options, async () => {
    handedOver.isSo = await handOver()
    return handedOver.isSo
  })
}

/**
 * Only what the server says of the recipient or of the message is for good. A refused sender or a wrong password
 * is the operator's to mend, and then the letter goes. Without an answer nobody knows what became of a letter of
 * which the last byte left.
 */
function failureOf(error: unknown, wasHandedOver: boolean): Sent {
  const { code, command, permanent, responseCode } = error as NodemailerError
  const reason = reasonOf(error)
  const said = oneLine((error as Partial<NodemailerError>).response)
  if (wasHandedOver && responseCode === undefined)
    return { outcome: 'unknown', reason, cause: 'no_answer', said }
  const cause = causeOf(error as NodemailerError)
  const isOfRecipient = code === 'EENVELOPE' && command === 'RCPT TO'
  const isOfMessage = code === 'EMESSAGE' || command === 'DATA'
  const isTooLarge = cause === 'too_large'
  const isForGood = (permanent === true && (isOfRecipient || isOfMessage)) || isTooLarge
  return { outcome: isForGood ? 'refused' : 'failed', reason, cause, said }
}

function oneLine(response: string | undefined): string | null {
  return response === undefined ? null : response.replace(/\s+/g, ' ').slice(0, 300)
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
