import type { Page } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import type { SandboxControl } from '../program/sandbox-control.ts'
import { post, signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { finalize, invoiceFor } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

const organization = 'Administratiekantoor'.repeat(5)
const customer = {
  kind: 'company',
  name: 'Aansprakelijkheidswaardevaststellingsveranderingen'.repeat(2).slice(0, 100),
  contactName: 'Wolfeschlegelsteinhausenbergerdorff',
  address: 'Burgemeestervandenbroekestraat'.repeat(3),
  postalCode: '8011 AB',
  city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio',
  email: `${'postvakvoorallebinnenkomendefacturen'.slice(0, 60)}@${'zeerlangedomeinnaam'.repeat(3)}.voorbeeld.test`,
}
const line = {
  description: 'Onderhoudswerkzaamheden'.repeat(8),
  quantity: '123456.7891',
  unitPrice: '12.3456',
}

/** Every address of a business in which all that can be long is. */
async function makeBusiness(page: Page, program: Screen, control: SandboxControl): Promise<string[]> {
  const administration = await control.newAdministration('Lang')
  await signUp(page, program, organization)
  await connect(page, administration)
  const { id } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  const content = {
    ...invoiceFor(id),
    description: line.description,
    lines: [{ ...line, vatTreatment: 'low' }],
  }
  const save = async () => (await post<{ id: string }>(page.request, program, '/api/invoices', content)).id
  await control.play({ kind: 'period_closed', administration: administration.guid })
  const [draft, ...finals] = [await save(), await save(), await save()]
  for (const final of finals) await finalize(page.request, program, final)
  const failed = async () => (await (await page.request.get('/api/overview')).json()).books.failed
  await expect.poll(failed).toBe(finals.length)
  const invoices = [draft, ...finals].map((invoice) => `/facturen/${invoice}`)
  const preferences = ['', '/bedrijf', '/integraties', '/integraties/e-boekhouden', '/api']
  return [
    '/overzicht',
    '/overzicht?toon=mislukt',
    '/facturen',
    '/facturen/nieuw',
    `/facturen/nieuw?klant=${id}`,
    ...invoices,
    '/klanten',
    '/klanten/nieuw',
    `/klanten/${id}`,
    ...preferences.map((page) => `/voorkeuren${page}`),
    '/hulp',
  ]
}

test('no name pushes anything off the screen, however wide that is', async ({ page, program, control }) => {
  const told: string[] = []
  for (const address of await makeBusiness(page, program, control)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const outside = await page.evaluate(elementsOutside)
      told.push(...outside.map((what) => `${address}, ${width} wide: ${what}`))
    }
  }
  expect(told, 'off the screen').toEqual([])
})

/** Runs in the page: what can be used, or makes the page wider, and does not lie within its width. */
function elementsOutside(): string[] {
  const width = document.documentElement.clientWidth
  const usable = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')]
  const outside = usable.filter((element) => {
    const { left, right } = element.getBoundingClientRect()
    // What scrolls sideways within its own frame, as views on a phone do, is reached there.
    const scrolls = element.closest('nav') !== null
    return element.checkVisibility() && !scrolls && right > 1 && (left < -1 || right > width + 1)
  })
  const told = outside.map((element) => element.outerHTML.slice(0, 160))
  const wider = document.documentElement.scrollWidth - width
  return wider > 0 ? [`the page is ${wider} wider than the window`, ...told] : told
}
