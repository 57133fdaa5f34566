import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { firstRelation } from '../testing/relation-ids.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
if (!hasChromium) console.warn('Chromium is not here: the sandbox’s forms are not pressed in a browser')

// A browser sends headers with a form that a test with fetch does not, and the sandbox decides by them.
describe.runIf(hasChromium)('the forms in Chromium', () => {
  let sandbox: Sandbox
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    sandbox = await startSandbox()
    const args = ['--no-sandbox', '--host-resolver-rules=MAP sandbox.example 127.0.0.1']
    browser = await chromium.launch({ executablePath, args })
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await sandbox?.close()
  })

  const go = (path: string) => page.goto(sandbox.url + path)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  it('switch a fault on and off', async () => {
    await go('/storingen')
    await page.getByRole('switch', { name: 'Traag' }).click()
    expect(await page.getByRole('switch', { name: 'Traag' }).getAttribute('aria-checked')).toBe('true')
    expect(sandbox.faults.list()).toMatchObject([{ kind: 'slow', on: true }])
    await page.getByRole('switch', { name: 'Traag' }).click()
    expect(await page.getByRole('switch', { name: 'Traag' }).getAttribute('aria-checked')).toBe('false')
    expect(sandbox.faults.list()).toEqual([])
  })

  it('aim a fault', async () => {
    const row = page.getByRole('region', { name: 'HTTP-fout' })
    await row.getByText('Richten').click()
    await row.getByLabel('HTTP-status').fill('503')
    await row.getByLabel('Operatie').selectOption('AddMutatie')
    await row.getByLabel('Vanaf de hoeveelste').fill('2')
    await row.getByRole('button', { name: 'Gericht aanzetten' }).click()
    await page.getByText('AddMutatie, vanaf de 2e aanroep').waitFor()
    expect(sandbox.faults.list()).toMatchObject([
      { kind: 'http_error', status: 503, operation: 'AddMutatie', from: 2 },
    ])
    await press('Alles uit')
    expect(sandbox.faults.list()).toEqual([])
  })

  it('call an operation and show what came of it', async () => {
    await go('/protocol')
    await page.getByRole('link', { name: 'AddRelatie' }).click()
    await press('Versturen')
    await page.getByRole('heading', { level: 1, name: 'Verzoek 1' }).waitFor()
    expect(await page.locator('pre').last().textContent()).toContain(`<Rel_ID>${firstRelation}</Rel_ID>`)
    expect(sandbox.books().relations).toMatchObject([{ code: 'K1', name: 'Bakkerij De Korst' }])
  })

  it('change the password, and code 1 with it', async () => {
    const { code1 } = sandbox.administration
    await go('/1/beheer/gebruiker')
    await page.getByRole('button', { name: /wachtwoord/i }).click()
    await page.getByLabel('Beveiligingscode 1').waitFor()
    expect(sandbox.administration.code1).not.toBe(code1)
  })

  it('work over plain http under another name, where browsers keep Sec-Fetch-Site to themselves', async () => {
    const open = await startSandbox({ host: '0.0.0.0', control: true })
    await page.goto(`http://sandbox.example:${new URL(open.url).port}/storingen`)
    await page.getByRole('switch', { name: 'Traag' }).click()
    await page.getByRole('switch', { name: 'Traag', checked: true }).waitFor()
    expect(open.faults.list()).toMatchObject([{ kind: 'slow' }])
    await open.close()
  })
})
