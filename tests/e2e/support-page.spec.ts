import { newPlace, startProgram } from '../program/running-program.ts'
import { controlOf } from '../program/sandbox-control.ts'
import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

test('where no address of the support is set, «support van Stella» leads to whom to ask', async ({
  browser,
  words,
}) => {
  const place = await newPlace()
  const { screen, stop } = await startProgram(place)
  try {
    const context = await browser.newContext({ baseURL: screen.address, locale: 'nl-NL' })
    const page = await context.newPage()
    const organization = 'Zonder Adres'
    const control = controlOf(screen.sandbox)
    const administration = await control.newAdministration(organization)
    await signUp(page, screen, organization)
    await connect(page, administration)
    await control.play({
      kind: 'refused',
      code: 'CMUT011',
      operation: 'AddMutatie',
      administration: administration.guid,
    })
    const id = await saveDraft(page.request, screen, 'Rekenaars BV')
    const number = await finalize(page.request, screen, id)
    const { askSupport, invoicePage, mending, shell } = words

    await page.goto(`/facturen/${id}`)
    await page.getByRole('link', { name: mending.support }).click()
    await expect(page.getByRole('heading', { level: 1, name: askSupport.title })).toBeVisible()
    await expect(page.getByText(askSupport.whoTitle)).toBeVisible()
    const facts = page.getByRole('definition')
    await expect(facts.filter({ hasText: organization })).toBeVisible()
    await expect(facts.filter({ hasText: invoicePage.failedTitle(number) })).toBeVisible()
    await expectAccessible(page, 'Support van Stella, without an address')

    await test.step('the menu leads there too', async () => {
      await page.goto('/overzicht')
      await page.getByRole('button', { name: shell.menuOf(organization) }).click()
      await page.getByRole('menuitem', { name: askSupport.title }).click()
      await expect(page.getByRole('heading', { level: 1, name: askSupport.title })).toBeVisible()
    })
    await context.close()
  } finally {
    await stop()
    place.clear()
  }
})
