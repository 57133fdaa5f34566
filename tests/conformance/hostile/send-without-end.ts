import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Writes a request with a body of so many MB: until there is an answer, or for as long as the other side takes it.
 * @returns what came back, and how many MB were taken.
 */
export async function sendMegabytes(
  url: string,
  total: number,
  how: 'with its length' | 'in chunks',
  until: 'answered' | 'closed' = 'answered',
): Promise<{ answer: string; taken: number }> {
  const { hostname, port, pathname } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  let ended = false
  socket.on('data', (part) => {
    answer += part.toString('latin1')
    if (until === 'answered' && answer.includes('\r\n\r\n')) socket.destroy()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
  })
  const length = how === 'in chunks' ? 'transfer-encoding: chunked' : `content-length: ${total * 1_048_576}`
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: text/xml\r\n${length}\r\n\r\n`,
  )
  const megabyte = Buffer.alloc(1_048_576, '<a>')
  const part =
    how === 'in chunks' ? Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')]) : megabyte
  let taken = 0
  while (taken < total && !ended) {
    const all = socket.write(part)
    if (!all) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {})
    if (!ended) taken++
  }
  if (!ended) socket.end()
  if (!ended) await once(socket, 'close')
  return { answer, taken }
}
