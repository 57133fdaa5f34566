import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { afterEach, describe, expect, test } from 'vitest'
import { setInvoice } from '../pdf/set-invoice.ts'
import { draftDocument, finalDocument } from '../testing/example-documents.ts'
import { openTypesetting, type Typesetting } from './open-typesetting.ts'
import { TypesettingBusy, TypesettingError } from './typesetting-error.ts'

const longDocument = finalDocument({
  lines: Array.from({ length: 500 }, (_none, index) => ({
    description: `Regel ${index + 1}`,
    quantity: '1',
    unitPrice: '1',
    vatTreatment: 'high',
  })),
})

let typesetting: Typesetting | undefined
const open = (...limits: Parameters<typeof openTypesetting>) => {
  typesetting = openTypesetting(...limits)
  return typesetting
}

afterEach(async () => {
  await typesetting?.close()
})

describe('a typesetting', () => {
  test('gives the bytes that the document is set as', async () => {
    const pdf = await open().renderInvoicePdf(finalDocument(), 'a')
    expect(Buffer.compare(pdf, setInvoice(finalDocument()))).toBe(0)
  })

  test('gives pictures of the pages, with the words of a draft drawn and nothing that runs or is fetched', async () => {
    const { pages, shown, svg } = await open().renderInvoicePages(draftDocument(), 'a')
    expect([pages, shown]).toEqual([1, 1])
    expect(svg).toMatch(/^<svg class="typst-doc" viewBox="0 0 595.2\d+ 841.8\d+"/)
    expect(svg).not.toMatch(/<script|<foreignObject|href="(?!#|data:image\/)/)
  })

  test('gives the first four pages of a long one, each once', async () => {
    const { pages, shown, svg } = await open().renderInvoicePages(longDocument, 'a')
    expect(pages).toBeGreaterThan(10)
    expect(shown).toBe(4)
    expect(svg.match(/^ {4}<path class="typst-shape" fill="#ffffff"/gm)).toHaveLength(4)
    expect(svg).toMatch(/viewBox="0 0 595.2\d+ 3367.5\d+" width="595.2\d+pt" height="3367.5\d+pt"/)
  })

  test('leaves this thread free while a document of 500 lines is set', async () => {
    const { renderInvoicePdf } = open()
    await renderInvoicePdf(draftDocument(), 'a')
    const before = performance.eventLoopUtilization()
    await renderInvoicePdf(longDocument, 'a')
    // In this thread it would be all of it. Handing the document over costs some, however busy the machine.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })

  test('sets the one document of an organization before the second of another', async () => {
    const { renderInvoicePdf } = open({ processes: 1 })
    const order: string[] = []
    const ask = (owner: string, document = draftDocument()) =>
      renderInvoicePdf(document, owner).then(() => order.push(owner))
    await Promise.all([ask('a', longDocument), ask('a'), ask('a'), ask('b')])
    expect(order).toEqual(['a', 'b', 'a', 'a'])
  })

  test('refuses more than may wait, at once', async () => {
    const { renderInvoicePdf } = open({ processes: 1, ofOne: 2, ofAll: 3 })
    const first = [renderInvoicePdf(draftDocument(), 'a'), renderInvoicePdf(draftDocument(), 'a')]
    await expect(renderInvoicePdf(draftDocument(), 'a')).rejects.toEqual(new TypesettingBusy('organization'))
    const other = renderInvoicePdf(draftDocument(), 'b')
    await expect(renderInvoicePdf(draftDocument(), 'c')).rejects.toEqual(new TypesettingBusy('all'))
    await Promise.all([...first, other])
    await renderInvoicePdf(draftDocument(), 'c')
  })

  test('ends what takes too long, and goes on', async () => {
    const { renderInvoicePdf } = open({ processes: 1, timeLimit: 1 })
    await expect(renderInvoicePdf(longDocument, 'a')).rejects.toThrow(TypesettingError)
    await expect(renderInvoicePdf(longDocument, 'a')).rejects.toThrow('took longer')
  })

  test.each([
    ['after so many documents', { documentsPerProcess: 1 }],
    ['when it holds too much memory', { memoryPerProcess: 1 }],
    ['when nothing comes', { idleTime: 0 }],
  ])('ends a process %s, and starts another', async (_when, limits) => {
    const { renderInvoicePdf } = open({ processes: 1, ...limits })
    for (const owner of ['a', 'b', 'c']) {
      expect((await renderInvoicePdf(draftDocument(), owner)).length).toBeGreaterThan(0)
    }
    await expect.poll(processesOfThis).toBe(0)
  })

  test('sets a document again whose process was killed, once, and goes on after one that was killed unused', async () => {
    const { renderInvoicePdf } = open({ processes: 1 })
    await renderInvoicePdf(draftDocument(), 'a')
    const pdf = renderInvoicePdf(longDocument, 'a')
    for (const pid of childrenOfThis()) process.kill(pid, 'SIGKILL')
    expect((await pdf).length).toBeGreaterThan(0)
    for (const pid of childrenOfThis()) process.kill(pid, 'SIGKILL')
    expect((await renderInvoicePdf(draftDocument(), 'a')).length).toBeGreaterThan(0)
  })

  test('closed, sets nothing more and leaves no process', async () => {
    const { renderInvoicePdf, close } = open({ processes: 1 })
    const waiting = [renderInvoicePdf(longDocument, 'a'), renderInvoicePdf(longDocument, 'b')]
    const outcomes = Promise.allSettled(waiting)
    await close()
    expect((await outcomes).map((it) => it.status)).toEqual(['rejected', 'rejected'])
    await expect(renderInvoicePdf(draftDocument(), 'a')).rejects.toThrow(TypesettingError)
    await expect.poll(processesOfThis).toBe(0)
  })

  test('says what could not be set, and goes on', async () => {
    const { renderInvoicePdf } = open({ processes: 1 })
    const { organization, customer, invoice } = finalDocument()
    const logo = { format: 'png', data: Buffer.from('no picture') } as const
    const broken = { organization: { ...organization, logo }, customer, invoice }
    await expect(renderInvoicePdf(broken, 'a')).rejects.toThrow(TypesettingError)
    expect((await renderInvoicePdf(finalDocument(), 'a')).length).toBeGreaterThan(0)
  })
})

/** The processes that set documents for this one. */
function childrenOfThis(): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  })
  return stdout
    .split('\n')
    .filter((line) => line.includes('typesetting-process'))
    .map((line) => Number.parseInt(line, 10))
}

/** How many processes this one started and did not see end. */
function processesOfThis(): number {
  return process.getActiveResourcesInfo().filter((it) => it === 'ProcessWrap').length
}
