import type { Page } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import type { SandboxControl } from '../program/sandbox-control.ts'
import { post, signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { company, finalize, saveDraft } from './program/invoices.ts'
import { watchLayout } from './program/layout-shifts.ts'
import { connect } from './walk/screens.ts'

const lineCount = 40

/** A linked business with a bit of everything and nothing on its way any more: its addresses by name. */
async function makeBusiness(page: Page, program: Screen, control: SandboxControl) {
  await signUp(page, program, 'Stilstaand Schilderwerk')
  await connect(page, await control.newAdministration('Stilstaand Schilderwerk'))
  // No relation of a draft comes in while it is looked at.
  await post(page.request, program, '/api/connection/preferences', { relationsFrom: 'final' }, 'PUT')
  const final = await saveDraft(page.request, program, 'Vaste Klant BV')
  await finalize(page.request, program, final)
  const stateOf = async () => (await (await page.request.get(`/api/invoices/${final}`)).json()).books.state
  await expect.poll(stateOf).toMatch(/booked|verified/)
  for (const name of ['Ander', 'Derde', 'Vierde']) await saveDraft(page.request, program, `${name} BV`)
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Lange Rekening Vastgoedbeheer BV'),
  )
  const lines = Array.from({ length: lineCount }, (_, place) => ({
    description: `Kozijn ${place + 1} schilderen, twee lagen`,
    quantity: '2.5',
    unitPrice: '1234.56',
    vatTreatment: place % 2 ? 'high' : 'low',
  }))
  const content = { customerId, invoiceDate: '2026-11-03', paymentTermDays: 14, lines }
  const draft = (await post<{ id: string }>(page.request, program, '/api/invoices', content)).id
  return { customer: `/klanten/${customerId}`, draft: `/facturen/${draft}`, final: `/facturen/${final}` }
}

test.describe.configure({ mode: 'parallel' })

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`nothing moves by itself on a slow machine and a slow line, ${width} wide`, async ({
    page,
    program,
    control,
    words,
  }) => {
    await page.setViewportSize({ width, height })
    const { customer, draft, final } = await makeBusiness(page, program, control)
    const layout = await watchLayout(page)
    const addresses = [
      '/overzicht',
      '/overzicht?toon=mislukt',
      '/facturen',
      draft,
      final,
      '/klanten',
      customer,
    ]
    addresses.push(
      '/voorkeuren',
      '/voorkeuren/bedrijf',
      '/voorkeuren/integraties',
      '/voorkeuren/api',
      '/hulp',
    )
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await layout.expectStill(`opening ${address}`)
    }
    for (const place of ['overview', 'invoices', 'customers', 'preferences'] as const) {
      await page
        .getByRole('navigation', {
          name: width > 768 ? words.shell.places : words.shell.placesBelow,
          exact: true,
        })
        .getByRole('link', { name: words.shell[place], exact: true })
        .click()
      await layout.expectStill(`going to ${place}`)
    }
  })
}
