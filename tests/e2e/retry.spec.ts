import type { Page } from '@playwright/test'
import { signIn, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { askHelp } from './program/help.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

/** The sentence beside the button, whatever the time in it. */
const failedAgain = /opnieuw aangeboden, en weer niet gelukt/

test('a booking that fails again says so beside the button, and one that does not says where it is', async ({
  page,
  browser,
  program,
  control,
  words,
}) => {
  const organization = 'Nog Een Keer'
  const administration = await control.newAdministration(organization)
  await signUp(page, program, organization)
  await connect(page, administration)
  const reopen = await control.play({ kind: 'period_closed', administration: administration.guid })
  const id = await saveDraft(page.request, program, 'Volhouder BV')
  await finalize(page.request, program, id)
  await page.goto(`/facturen/${id}`)

  await test.step('to whoever uses Stella', () => expectFailedAgain(page, words.invoicePage.retry))
  await expectAccessible(page, 'Factuur, opnieuw mislukt')

  await test.step('and to the support', async () => {
    await askHelp(page.request, program, { kind: 'invoice', id })
    const desk = await browser.newContext({ baseURL: program.address, locale: 'nl-NL' })
    const window = await desk.newPage()
    await signIn(window, program, program.support)
    await window.goto('/support')
    const failed = window.getByRole('region', { name: words.support.bookings })
    await failed.getByRole('row').filter({ hasText: organization }).getByRole('link').first().click()
    await expectFailedAgain(window, words.support.retry)
    await desk.close()
  })

  await reopen()
  await page.getByRole('button', { name: words.invoicePage.retry }).press('Enter')
  await expect(page.getByRole('heading', { name: words.invoicePage.inBooks })).toBeVisible()
  await expect(page.getByText(failedAgain)).toBeHidden()
  await expect(page.locator('#inhoud')).toBeFocused()
})

test('a relation that fails again says so beside the button', async ({ page, program, control, words }) => {
  const administration = await control.newAdministration('Geweigerde Klant')
  await signUp(page, program, 'Geweigerde Klant')
  await connect(page, administration)
  const refusal = { kind: 'refused', code: 'XYZ999', operation: 'AddRelatie' } as const
  await control.play({ ...refusal, administration: administration.guid })
  await finalize(page.request, program, await saveDraft(page.request, program, 'Steeds Geweigerd'))
  await page.goto('/klanten')
  await page.getByRole('link', { name: 'Steeds Geweigerd' }).click()
  await expectFailedAgain(page, words.relationCard.retry)
})

/** Presses the button with the keyboard, and finds what came of it in the same part of the page, the focus kept. */
async function expectFailedAgain(page: Page, retry: string): Promise<void> {
  const button = page.getByRole('button', { name: retry })
  await button.press('Enter')
  const part = page.locator('article, aside').filter({ has: button })
  await expect(part.getByRole('alert').filter({ hasText: failedAgain })).toBeVisible()
  await expect(button).toBeFocused()
  await expect(button).toBeEnabled()
}
