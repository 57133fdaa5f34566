import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileDocuments } from './hostile/documents.ts'
import { startSandboxProcess } from './hostile/sandbox-process.ts'
import { sendMegabytes } from './hostile/send-without-end.ts'
import { envelope, post } from './raw/post.ts'

// In a sandbox that is a process of its own, so that what it costs to refuse can be seen from outside.

/** Half of what it costs to read as much text as is taken at most, and 20 MB. */
const bounds = { ms: 0, megabytes: 20 }

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let nobody: Server
let asked = 0

beforeAll(async () => {
  nobody = createServer((socket) => {
    asked++
    socket.destroy()
  })
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve))
  sandbox = await startSandboxProcess()
  const longText = envelope(`<CloseSession><a>${'x'.repeat(4_000_000)}</a></CloseSession>`)
  const reading = await sandbox.leastCost({ ms: Number.POSITIVE_INFINITY, megabytes: null }, () =>
    post(sandbox.soapUrl, longText, { 'content-type': 'text/xml' }),
  )
  expect(reading.result.status).toBe(200)
  bounds.ms = reading.ms / 2
})

afterAll(async () => {
  await sandbox?.stop()
  nobody.close()
})

function addressOfNobody(): string {
  const address = nobody.address()
  return `http://127.0.0.1:${typeof address === 'object' && address?.port}/a.dtd`
}

describe('the sandbox refuses', () => {
  for (const name of Object.keys(hostileDocuments(''))) {
    test(name, async ({ annotate }) => {
      const document = hostileDocuments(addressOfNobody())[name] ?? ''
      const { result, ms, megabytes } = await sandbox.leastCost(bounds, () =>
        post(sandbox.soapUrl, document, { 'content-type': 'text/xml' }),
      )
      await annotate(`${ms} ms, ${megabytes ?? '?'} MB`)
      expect(result.status).toBe(500)
      expect(result.text).toMatch(/<faultcode>soap:(Client|VersionMismatch)<\/faultcode>/)
      expect(result.text.length).toBeLessThan(2_000)
      expect(ms).toBeLessThan(bounds.ms)
      expect(megabytes ?? 0).toBeLessThan(bounds.megabytes)
    })
  }

  for (const how of ['with its length', 'in chunks'] as const) {
    test(`100 MB ${how}`, async ({ annotate }) => {
      const { result, ms, megabytes } = await sandbox.leastCost(bounds, () =>
        sendMegabytes(sandbox.soapUrl, 100, how),
      )
      await annotate(`${ms} ms, ${megabytes ?? '?'} MB, ${result.taken} MB taken`)
      expect(result.answer).toMatch(/^HTTP\/1\.1 413 /)
      expect(result.taken).toBeLessThan(20)
      expect(ms).toBeLessThan(bounds.ms)
      expect(megabytes ?? 0).toBeLessThan(bounds.megabytes)
    })
  }

  test('100 MB of a caller that does not look at the answer, after 20 MB at most', async () => {
    const { answer, taken } = await sendMegabytes(sandbox.soapUrl, 100, 'in chunks', 'closed')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(taken).toBeLessThan(20)
  })

  test('and has asked nobody for anything', () => {
    expect(asked).toBe(0)
  })

  test('and serves the next as before', async () => {
    const answer = await post(sandbox.soapUrl, envelope('<CloseSession/>'))
    expect(answer.status).toBe(200)
  })
})
