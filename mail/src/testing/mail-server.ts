import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real mail server on the loopback interface, and what it was given. */
export interface MailServer {
  readonly url: string
  readonly port: number
  /** Letters in the order in which they came in. */
  readonly letters: ParsedMail[]
  /** Refuses this recipient from now on with a number of SMTP; null takes it again. */
  refuse(address: string, code: 450 | 550 | null): void
  close(): Promise<void>
}

/** @param asks a user and a password that a sender must give; by default anybody may send */
export async function startMailServer(
  options: { port?: number; asks?: { user: string; password: string } } = {},
): Promise<MailServer> {
  const { asks, port = 0 } = options
  const letters: ParsedMail[] = []
  const refused = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: asks === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      const isKnown = username === asks?.user && password === asks?.password
      done(isKnown ? null : answer(535, 'who are you'), { user: username })
    },
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address)
      done(code === undefined ? null : answer(code, 'not here'))
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done)
    },
  })
  server.on('error', () => {}) // a client that was killed in the middle of a letter
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const listening = (server.server.address() as AddressInfo).port
  const user =
    asks === undefined ? '' : `${encodeURIComponent(asks.user)}:${encodeURIComponent(asks.password)}@`
  return {
    url: `smtp://${user}127.0.0.1:${listening}`,
    port: listening,
    letters,
    refuse: (address, code) => {
      if (code === null) refused.delete(address)
      else refused.set(address, code)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
