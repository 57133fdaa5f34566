import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'

describe('an answer that is given before the request is in', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 })
  })
  afterAll(() => sandbox.close())

  it.each([
    ['too long a call', 'POST', '/soap.asmx', 413],
    ['too long a form', 'POST', '/koppelen', 404],
    ['a method that is not served', 'PUT', '/soap.asmx', 405],
  ])('reaches a caller that first writes all of it: %s', async (_, method, path, status) => {
    const { hostname, port } = new URL(sandbox.soapUrl)
    const socket = connect(Number(port), hostname)
    const length = 5 * 1024 * 1024
    let failure: Error | null = null
    socket.on('error', (error) => {
      failure = error
    })
    const head = [`${method} ${path} HTTP/1.1`, `host: ${hostname}:${port}`, 'content-type: text/xml']
    socket.write(`${head.join('\r\n')}\r\ncontent-length: ${length}\r\n\r\n`)
    const write = (bytes: number) =>
      new Promise<void>((resolve, reject) => {
        socket.write(Buffer.alloc(bytes, 'a'), (error) => (error ? reject(error) : resolve()))
      })
    await write(1024 * 1024)
    // Served after the first bytes of this one: it has answered them too.
    await fetch(sandbox.url)
    await write(length - 1024 * 1024)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(failure).toBeNull()
    socket.destroy()
  })
})
