import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../index.ts'
import { invoice, mutation, payment, relation } from '../testing/messages.ts'
import { firstRelation } from '../testing/relation-ids.ts'
import { openCaller } from '../testing/soap-caller.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
if (!hasChromium) console.warn('Chromium is not here: the sandbox’s pages are not held to axe')

const pages = [
  '/',
  '/1',
  '/1/grootboek',
  '/1/grootboek/1300',
  '/1/mutaties',
  '/1/mutaties/1',
  `/1/relaties/${firstRelation}`,
  '/1/open-posten',
  '/1/facturen/F00001',
  '/1/artikelen',
  '/1/beheer/inrichting/instellingen/koppelingen/api-soap/gegevens',
  '/1/beheer/gebruiker',
  '/1/beheer/inrichting/periode',
  '/verzoeken',
  '/verzoeken/3',
  '/storingen',
  '/protocol',
  '/soap.asmx?op=AddMutatie',
  '/weg',
]

/** Held to axe: between them they hold every part that pages are made of. The others are looked at for width. */
const looked = [
  '/',
  '/1/grootboek/1300',
  '/1/mutaties/1',
  '/1/beheer/inrichting/instellingen/koppelingen/api-soap/gegevens',
  '/verzoeken',
  '/verzoeken/3',
  '/storingen',
  '/protocol',
  '/soap.asmx?op=AddMutatie',
]

describe.runIf(hasChromium)('the pages in Chromium', () => {
  it('pass axe and never scroll sideways, wide and narrow, light and dark', async () => {
    const sandbox = await startSandbox()
    const caller = await openCaller(sandbox)
    await caller.call(
      'AddRelatie',
      relation('K1', { Bedrijf: 'Bouwbedrijfaannemersmaatschappijvennootschap '.repeat(2) }),
    )
    await caller.call('AddMutatie', mutation('2026-0001'))
    await caller.call('AddMutatie', payment('2026-0001', '21.00'))
    await caller.call('AddFactuur', invoice())
    sandbox.faults.add({ kind: 'slow', seconds: 0, operation: 'AddMutatie' })
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    })
    const found: string[] = []
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 320],
    ] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      for (const address of pages) {
        await page.goto(sandbox.url + address)
        const aim = page.locator('summary').first()
        if (address === '/storingen') await aim.click()
        const violations = looked.includes(address) ? (await judgeOf(page).analyze()).violations : []
        found.push(...violations.map(({ id, nodes }) => `${address} ${width}: ${id} ${nodes[0]?.html}`))
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (excess > 0) found.push(`${address} ${width}: ${excess} px too wide`)
      }
      await context.close()
    }
    await browser.close()
    await sandbox.close()
    expect(found).toEqual([])
  })
})

/** What passes is not described, nor are verdicts of frames put together in a page of its own: there are no frames. */
function judgeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}
