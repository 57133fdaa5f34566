import { once } from 'node:events'
import net from 'node:net'

/** The head of a request, as it stands on the wire. */
export function head(line: string, headers: Record<string, string>): string {
  const type = /^(POST|PUT)/.test(line) ? { 'content-type': 'application/json' } : {}
  const all = { host: 'stella', ...type, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** A connection to a server on loopback, to write on what no client would. */
export async function connectTo(url: string): Promise<net.Socket> {
  const socket = net.connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

type Answer = { status: number; headers: Record<string, string>; body: ReturnType<typeof JSON.parse> }

/** The next answer on a connection, read by its length. */
export function nextAnswer(socket: net.Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (data: Buffer) => {
      text += data.toString('latin1')
      const [top = '', body] = text.split('\r\n\r\n')
      if (body === undefined) return
      const [status = '', ...lines] = top.split('\r\n')
      const headers = Object.fromEntries(
        lines.map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 2),
        ]),
      )
      if (body.length < Number(headers['content-length'])) return
      socket.off('data', read)
      const whole = Buffer.from(body, 'latin1').toString('utf8')
      resolve({ status: Number(status.split(' ')[1]), headers, body: JSON.parse(whole) })
    }
    socket.on('data', read)
    socket.once('close', () => reject(new Error(`closed after: ${text}`)))
  })
}
