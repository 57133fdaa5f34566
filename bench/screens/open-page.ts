import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'
import { observe, shortestInteractionMs } from './observe.ts'

/** As slow as the telephone of somebody who does not buy a new one. */
export const slowness = 4

/** How often it is looked whether all has come; what is measured is noted by the browser itself. */
const lookEveryMs = 20

export interface OpenedPage {
  page: Page
  /** Until everything that was asked for has come and stands; the stream of the log never ends. */
  settled(): Promise<void>
  /** What came until now: requests, and the bytes of JavaScript as they travelled. */
  loaded(): Promise<{ requests: number; scriptBytes: number }>
  close(): Promise<void>
}

/** A window with an empty cache, as somebody who comes for the first time, signed in where there is a cookie. */
export async function openPage(
  browser: Browser,
  { cookies, slowed }: { cookies: Parameters<BrowserContext['addCookies']>[0]; slowed: boolean },
): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.addInitScript(observe, shortestInteractionMs)
  if (slowed) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  }
  const all: Request[] = []
  const open = new Set<Request>()
  page.on('request', (request) => {
    all.push(request)
    if (request.resourceType() !== 'eventsource') open.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => open.delete(request))
  return {
    page,
    async settled() {
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null)
      while (open.size > 0) await sleep(lookEveryMs)
      await twoFrames(page)
    },
    async loaded() {
      const scripts = all.filter((request) => request.resourceType() === 'script')
      const sizes = await Promise.all(scripts.map((request) => request.sizes()))
      const scriptBytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
      return { requests: all.length, scriptBytes }
    },
    close: () => context.close(),
  }
}

/** What is painted next is told in the frame after it. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
  })
}
