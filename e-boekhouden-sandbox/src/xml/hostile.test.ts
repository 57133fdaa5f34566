import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { openCaller, postText } from '../testing/soap-caller.ts'
import { largestRequest } from './limits.ts'
import { parseInSlices, parseXml } from './parse.ts'

const soap = (body: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`
const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join(
  '',
)

/** So much of it that the whole is just taken. */
const filledWith = (text: string) => text.repeat(Math.floor((largestRequest - 1000) / text.length))
const manyNamespaces = Array.from(
  { length: 60 },
  (_, at) => `xmlns:b${at}="${'c'.repeat(largestRequest / 80)}"`,
).join(' ')

const hostile: [name: string, text: string][] = [
  [
    'entities that multiply',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">${entities}]>${soap('&e9;')}`,
  ],
  ['an external entity', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${soap('&x;')}`],
  ['an external document type', `<!-- x --><!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">${soap('')}`],
  [
    'a document type behind a declaration and comments',
    `<?xml version="1.0"?>\n<!-- <a> --><?x y?><!DOCTYPE a []>${soap('')}`,
  ],
  ['an entity nobody declared', soap('<a>&onbekend;</a>')],
  ['100,000 elements inside each other', '<a>'.repeat(100_000)],
  ['a million elements beside each other', soap('<a/>'.repeat(900_000))],
  ['100,000 attributes', soap(`<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}="c"`).join(' ')}/>`)],
  ['a comment of 4 MB', soap(`<!--${filledWith('x')}-->`)],
  ['a comment of dashes', soap(`<!--${filledWith(' -')}-->`)],
  ['comments that are long together', soap(`<!--${'x'.repeat(1000)}-->`.repeat(100))],
  ['a comment before the root', `<!--${filledWith('x')}-->${soap('')}`],
  ['a comment behind the root', `${soap('')}<!--${filledWith('x')}-->`],
  ['a comment that does not end', soap(`<!--${filledWith('x')}`)],
  ['an instruction of 4 MB', soap(`<?x ${filledWith('?')}?>`)],
  ['an attribute of 4 MB', soap(`<a b="${filledWith('x')}"/>`)],
  ['an attribute with the ends of tags', soap(`<a b="${filledWith('>')}"/>`)],
  ['references in an attribute', soap(`<a b="${filledWith('&amp;')}"/>`)],
  ['60 long namespaces', soap(`<a ${manyNamespaces}/>`)],
  ['a tag of white space', soap(`<a></a${filledWith(' ')}>`)],
  ['4 MB of white space between tags', soap(filledWith('\r\n'))],
  ['4 MB of white space before the root', `${filledWith(' ')}${soap('')}`],
  ['4 MB of references', soap(`<a>${filledWith('&amp;')}</a>`)],
  ['4 MB of numbered references', soap(`<a>${filledWith('&#65;')}</a>`)],
  ['4 MB of brackets in CDATA', soap(`<a><![CDATA[${filledWith(']')}]]></a>`)],
  ['CDATA that does not end', soap(`<a><![CDATA[${filledWith('x')}`)],
  ['an attribute twice', soap('<a b="1" b="2"/>')],
  ['a prefix nobody declared', soap('<p:a/>')],
  ['a character XML does not have', soap('<a>\u0000</a>')],
  ['the number of a character XML does not have', soap('<a>&#0;</a>')],
  ['a tag that is closed by another', soap('<a></b>')],
  ['text behind the end', `${soap('')}tail`],
  ['nothing', ''],
]

describe('hostile XML', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox.close())

  it.each(hostile)('%s is refused', async (_name, text) => {
    const answer = await postText(sandbox, text)
    expect([answer.status, answer.code]).toEqual([
      500,
      expect.stringContaining('There is an error in XML document'),
    ])
    expect(answer.text.length).toBeLessThan(2000)
  })

  it.each(hostile)(
    '%s is refused at half the cost of reading at most, and with little memory',
    (_name, text) => {
      const bounds = { ms: costOfReading() / 2, bytes: 20_000_000 }
      const cost = leastCost(bounds, () => expect(() => parseXml(text)).toThrow())
      expect(cost.ms).toBeLessThan(bounds.ms)
      expect(cost.bytes).toBeLessThan(bounds.bytes)
    },
  )

  it('bytes that are not in their encoding are refused', async () => {
    for (const [bytes, type] of [
      [new Uint8Array([0x3c, 0xff, 0xfe, 0xfd]), 'text/xml; charset=utf-8'],
      [new TextEncoder().encode(soap('')), 'text/xml; charset=ebcdic'],
      [new TextEncoder().encode(`<?xml version="1.0" encoding="x-onbekend"?>${soap('')}`), 'text/xml'],
    ] as const) {
      const answer = await postText(sandbox, bytes, { 'content-type': type })
      expect([answer.status, answer.code]).toEqual([500, expect.stringContaining('encoding')])
    }
  })

  it('100 MB is refused by its length alone, or once 4 MB of it are in', async () => {
    const before = process.memoryUsage().rss
    expect(await sendMegabytes(sandbox, 100, true)).toBe(413)
    expect(await sendMegabytes(sandbox, 100, false)).toBe(413)
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    expect((await openCaller(sandbox)).sessionId).not.toBe('')
  })

  it.each([
    ['texts', `<a>${filledWith('x')}</a>`],
    ['lines', `<a>${filledWith('x\n')}</a>`],
    ['CDATA', `<a><![CDATA[${filledWith('x')}]]></a>`],
  ])('long %s are read in slices, and the rest of the sandbox goes on', async (_name, body) => {
    let turns = 0
    let reading = true
    const count = () => {
      turns += 1
      if (reading) setImmediate(count)
    }
    setImmediate(count)
    const root = await parseInSlices(soap(body))
    reading = false
    expect(root.children[0]?.children[0]?.text.length).toBeGreaterThan(largestRequest / 3)
    expect(turns).toBeGreaterThan(100)
  })

  it('a comment or a text that speaks of a document type is none', async () => {
    const text = soap(
      '<!-- <!DOCTYPE a> --><CloseSession xmlns="http://www.e-boekhouden.nl/soap"><SessionID><![CDATA[<!DOCTYPE a>]]></SessionID></CloseSession>',
    )
    expect((await postText(sandbox, text)).status).toBe(200)
  })
})

interface Cost {
  /** That the process was at it, and not that it waited for others on a busy machine. */
  ms: number
  bytes: number
}

let readingMs = 0

/** Milliseconds for the parser to read as much text as is taken: how quick the machine is now. */
function costOfReading(): number {
  const text = soap(`<a>${filledWith('x')}</a>`)
  readingMs ||= leastCost({ ms: 0, bytes: 0 }, () => void parseXml(text), 5).ms
  return readingMs
}

/** The least of some trials: a collection of garbage says nothing of the reader. */
function leastCost(bounds: Cost, work: () => void, mostTrials = 40): Cost {
  let least = { ms: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY }
  for (let trial = 0; trial < mostTrials && (least.ms >= bounds.ms || least.bytes >= bounds.bytes); trial++) {
    const memory = process.memoryUsage().heapUsed
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    const bytes = process.memoryUsage().heapUsed - memory
    least = { ms: Math.min(least.ms, (user + system) / 1000), bytes: Math.min(least.bytes, bytes) }
  }
  return least
}

/** Sends until the answer is there. */
function sendMegabytes(
  sandbox: Sandbox,
  megabytes: number,
  saysLength: boolean,
): Promise<number | undefined> {
  const part = Buffer.alloc(1024 * 1024, '<a>')
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'text/xml',
      ...(saysLength ? { 'content-length': megabytes * part.length } : {}),
    }
    let answered = false
    const sending = request(sandbox.soapUrl, { method: 'POST', headers }, (response) => {
      answered = true
      response.resume()
      resolve(response.statusCode)
      sending.destroy()
    })
    sending.on('error', (error) => {
      if (!answered) reject(error)
    })
    let sent = 0
    const more = () => {
      while (sent < megabytes && !answered) {
        sent++
        if (!sending.write(part)) return
      }
    }
    sending.on('drain', more)
    more()
  })
}
