// `npm run bench -- screens`: what the first view of each screen costs, with an empty cache, in a real Chromium before
// the whole program. docs/decisions/060-screens-in-a-few-pieces.md says what is wanted.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { fillProfile, makeCustomer, makeDraft, signInAt } from '../../tests/program/api-session.ts'
import { newPlace, type Screen, startProgram } from '../../tests/program/running-program.ts'
import { type Figure, lineOf, meets, tableOf } from '../figure.ts'
import { openPage, slowness } from './open-page.ts'
import { type Business, type Place, places } from './places.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const runs = Number(values.runs)

/** The first view, in kilobytes of a thousand bytes, as they travel. */
const bars = { scriptKb: 200, requests: 15, largestPaintMs: 1_000, shift: 0, interactionMs: 100 } as const
type Measured = Record<keyof typeof bars, number>

const titles: Record<keyof typeof bars, string> = {
  scriptKb: 'compressed JavaScript, kB',
  requests: 'requests',
  largestPaintMs: 'largest paint, ms',
  shift: `layout shift, ${slowness} × slower`,
  interactionMs: `longest press to paint, ms, ${slowness} × slower`,
}

const place = await newPlace({}, 'on disk')
const program = await startProgram(place)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const figures: Figure[] = []
try {
  const business = await makeBusiness(program.screen)
  const cookies = await cookiesOf(browser, program.screen)
  for (const one of places) {
    const measured: Measured[] = []
    for (let run = 0; run < runs; run += 1) measured.push(await measure(one, business, cookies))
    for (const what of Object.keys(bars) as (keyof typeof bars)[]) {
      const figure = {
        id: one.name,
        title: titles[what],
        runs: measured.map((each) => each[what]),
        bar: { most: bars[what] },
        details: {},
      }
      console.log(lineOf(figure))
      figures.push(figure)
    }
  }
} finally {
  await browser.close()
  await program.stop()
  place.clear()
}
console.log(`\n${tableOf(figures)}`)
console.log(`\n${runs} runs, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
process.exit(figures.every(meets) ? 0 : 1)

type Cookies = Parameters<Awaited<ReturnType<Browser['newContext']>>['addCookies']>[0]

/** Full lists: more than a page of invoices and of customers. */
async function makeBusiness({ address, demo }: Screen): Promise<Business> {
  const api = await signInAt(address, demo)
  await fillProfile(api)
  let draftId = ''
  for (let at = 0; at < 60; at += 1) {
    const customerId = await makeCustomer(api, `Bakkerij De Korenaar ${at + 1}`)
    draftId = (await makeDraft(api, customerId)).id
  }
  return { draftId }
}

async function cookiesOf(from: Browser, { address, demo }: Screen): Promise<Cookies> {
  const context = await from.newContext()
  const answer = await context.request.post(new URL('/api/session', address).href, {
    data: demo,
    headers: { origin: address },
  })
  if (!answer.ok()) throw new Error(`cannot sign in: ${answer.status()} ${await answer.text()}`)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

async function measure(one: Place, business: Business, signedIn: Cookies): Promise<Measured> {
  const cookies = one.isSignedIn ? signedIn : []
  const address = new URL(one.address(business), program.screen.address).href
  const quick = await openPage(browser, { cookies, slowed: false })
  await quick.page.goto(address)
  await quick.settled()
  const { requests, scriptBytes } = await quick.loaded()
  const { largestPaintMs } = await quick.page.evaluate(() => window.observed)
  await quick.close()

  const slow = await openPage(browser, { cookies, slowed: true })
  await slow.page.goto(address)
  await slow.settled()
  await one.act(slow.page)
  await slow.settled()
  const { shift, interactionMs } = await slow.page.evaluate(() => window.observed)
  await slow.close()
  return { scriptKb: scriptBytes / 1_000, requests, largestPaintMs, shift, interactionMs }
}
