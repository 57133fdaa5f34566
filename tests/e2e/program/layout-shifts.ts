import { expect, type Page } from '@playwright/test'

/** What moved at one moment. */
interface Shift {
  /** The share of the window that moved, times the share of its length that it moved by: 0 is still. */
  value: number
  /** Each node that moved, from where to where. */
  nodes: string[]
}

/** As slow as the telephone of somebody who does not buy a new one: four times slower than this machine. */
const slowness = 4
/** A line on which everything comes in its turn, so that what comes late can push what stood already. */
const slowLine = { offline: false, latency: 120, downloadThroughput: 400_000, uploadThroughput: 400_000 }
/** Less than anybody sees; the aim is nothing at all. */
const mostSeen = 0.01

declare global {
  interface Window {
    layoutShifts: Shift[]
  }
}

/** Slows a page and its line down, and tells what moved on it by itself. */
export async function watchLayout(page: Page) {
  await slowDown(page)
  await page.addInitScript(noteShifts)
  const isStill = noteRequests(page)
  return {
    /** Nothing moved since this was asked last; what a key or a press did itself counts too. */
    async expectStill(name: string): Promise<void> {
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      await expect.poll(isStill).toBe(true)
      const shifts = await takeShifts(page)
      const sum = shifts.reduce((all, { value }) => all + value, 0)
      const told = shifts.map(({ value, nodes }) => [value.toFixed(4), ...nodes].join('\n  ')).join('\n')
      expect(sum, `what moved: ${name}\n${told}`).toBeLessThan(mostSeen)
    },
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slowLine)
}

/** @returns whether everything that was asked for has come; the stream of activities never ends. */
function noteRequests(page: Page): () => boolean {
  const open = new Set<unknown>()
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const) {
    page.on(end as 'requestfinished', (request) => open.delete(request))
  }
  return () => open.size === 0
}

type ShiftEntry = PerformanceEntry & {
  value: number
  sources: { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** Runs in the page. */
function noteShifts(): void {
  window.layoutShifts = []
  const place = ({ x, y, width, height }: DOMRectReadOnly) =>
    `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`
  const nameOf = (node: Node | null | undefined) => {
    const element = node instanceof Element ? node : node?.parentElement
    const text = node?.textContent?.replace(/\s+/g, ' ').slice(0, 60) ?? ''
    return `<${element?.tagName.toLowerCase()} class="${element?.getAttribute('class') ?? ''}"> ${text}`
  }
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as ShiftEntry[]) {
      const nodes = sources.map(
        (source) => `${nameOf(source.node)}: ${place(source.previousRect)} → ${place(source.currentRect)}`,
      )
      window.layoutShifts.push({ value, nodes })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What is drawn next is told in the frame after it. */
function takeShifts(page: Page): Promise<Shift[]> {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextFrame()
    await nextFrame()
    await nextFrame()
    return window.layoutShifts.splice(0)
  })
}
