import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'

test('on a phone the manual’s words lead to the link: Voorkeuren, Integraties, Koppelen', async ({
  page,
  program,
  words,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signUp(page, program, 'Onderweg Met De Handleiding')
  await page.goto('/overzicht')
  await page
    .getByRole('navigation', { name: words.shell.placesBelow })
    .getByRole('link', { name: words.preferences.title })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: words.preferences.title })).toBeVisible()
  await expectAccessible(page, 'Voorkeuren on a phone')
  await page.getByRole('main').getByRole('link', { name: words.preferences.integrations }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.integrations.title })).toBeVisible()
  await page.getByRole('link', { name: words.integrations.connect, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.connect.title })).toBeVisible()
})

test('an address that leads nowhere keeps the places, and asks a stranger to sign in', async ({
  page,
  program,
  words,
}) => {
  await page.goto('/nergens/heen')
  await expect(page.getByRole('heading', { level: 1, name: words.account.signIn })).toBeVisible()

  await signUp(page, program, 'Verdwaald')
  for (const address of ['/nergens/heen', '/voorkeuren/nergens', '/klanten/bestaat-niet']) {
    await page.goto(address)
    await expect(page.getByText(words.failures.notFoundText)).toBeVisible()
    const places = page.getByRole('navigation', { name: words.shell.places })
    await expect(places.getByRole('link', { name: words.shell.invoices })).toBeVisible()
  }
  await expectAccessible(page, 'an address that leads nowhere')
})
