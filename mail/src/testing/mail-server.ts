import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real mail server on the loopback interface, and what it was given. */
export interface MailServer {
  readonly url: string
  readonly port: number
  /** Letters in the order in which they came in. */
  readonly letters: ParsedMail[]
  /** To whom they were sent, in the same order; those of a copy are named nowhere else. */
  readonly recipients: string[]
  /** Refuses this recipient from now on with a number of SMTP; null takes it again. */
  refuse(address: string, code: 450 | 550 | null, words?: string): void
  /** From now on does this when a sender comes so far: cuts the line, says no, or whatever else; null ends it. */
  at(point: ServerPoint, act: PointAct | null): void
  /** Breaks all connections. */
  cutAll(): void
  close(): Promise<void>
}

/**
 * How far a sender is: connected, the sender named, a recipient named, the letter under way, all of it here and not
 * taken, and taken but not answered.
 */
export type ServerPoint = 'connected' | 'sender' | 'recipient' | 'data' | 'whole' | 'taken'

/** `cut` breaks the connection; a number is an answer of SMTP; nothing goes on. */
export type PointAct = () => 'cut' | number | undefined

/** @param asks a user and a password that a sender must give; by default anybody may send */
export async function startMailServer(
  options: { port?: number; asks?: { user: string; password: string } } = {},
): Promise<MailServer> {
  const { asks, port = 0 } = options
  const letters: ParsedMail[] = []
  const recipients: string[] = []
  const refused = new Map<string, { code: number; words: string }>()
  const acts = new Map<ServerPoint, PointAct>()
  const sockets = new Set<Socket>()
  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  /** Calls back with what is to be answered here, or not at all when the line is cut. */
  const pass = (point: ServerPoint, done: (error: Error | null) => void) => {
    const act = acts.get(point)?.()
    if (act === 'cut') cutAll()
    else done(act === undefined ? null : answer(act, `no at ${point}`))
  }
  const server = new SMTPServer({
    authOptional: asks === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      const isKnown = username === asks?.user && password === asks?.password
      done(isKnown ? null : answer(535, 'who are you'), { user: username })
    },
    onMailFrom(_address, _session, done) {
      pass('sender', done)
    },
    onRcptTo({ address }, _session, done) {
      const refusal = refused.get(address)
      if (refusal !== undefined) done(answer(refusal.code, refusal.words))
      else pass('recipient', done)
    },
    onData(stream, session, done) {
      stream.once('data', () => pass('data', () => {}))
      simpleParser(stream).then((letter) => {
        pass('whole', (error) => {
          if (error !== null) return done(error)
          letters.push(letter)
          recipients.push(...session.envelope.rcptTo.map(({ address }) => address))
          pass('taken', done)
        })
      }, done)
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    pass('connected', (error) => {
      if (error !== null) socket.destroy()
    })
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
    recipients,
    refuse: (address, code, words = 'not here') => {
      if (code === null) refused.delete(address)
      else refused.set(address, { code, words })
    },
    cutAll,
    at: (point, act) => {
      if (act === null) acts.delete(point)
      else acts.set(point, act)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
