import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { finalize, saveDraft } from './program/invoices.ts'

test('one field finds an invoice, a customer, a place and what can be done, by keyboard alone', async ({
  page,
  program,
  words: { apiKeys, customers, search },
}) => {
  await signUp(page, program)
  const number = await finalize(page.request, program, await saveDraft(page.request, program, 'Café Zoë'))
  await saveDraft(page.request, program, 'Hotel De Zwaan')
  await page.goto('/overzicht')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const field = page.getByRole('textbox', { name: search.label })
  const open = async () => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
  }
  await open()
  await expectAccessible(page, 'Zoeken')
  await field.fill('cafe')
  await expect(page.getByRole('button', { name: number })).toBeVisible()
  await expect(page.getByRole('button', { name: search.invoiceFor('Café Zoë') })).toBeVisible()
  await expectAccessible(page, 'Zoeken, gevonden')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible()

  await open()
  await field.fill('zwaan')
  await page.getByRole('button', { name: 'Hotel De Zwaan Zwolle' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hotel De Zwaan' })).toBeVisible()

  // What only looks like it is offered, and Enter takes nothing of it.
  await open()
  await field.fill('hotle zwana')
  const meant = page.getByRole('button', { name: 'Hotel De Zwaan Zwolle' })
  await expect(meant).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await meant.click()
  await expect(page).toHaveURL(/\/klanten\/[0-9a-f-]{36}/)

  await open()
  await field.fill('xyz')
  await expect(page.getByText(search.nothing('xyz'))).toBeVisible()
  await field.fill('')
  await page.getByRole('button', { name: customers.new }).click()
  await expect(page).toHaveURL(/\/klanten\/nieuw/)

  await open()
  await field.fill('api')
  await expect(page.getByRole('button', { name: apiKeys.title })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
})

test('Enter right behind the last letter takes what that finds, and nothing found before', async ({
  page,
  program,
  words: { search },
}) => {
  await signUp(page, program)
  await saveDraft(page.request, program, 'Aannemer Aalders')
  await saveDraft(page.request, program, 'Hotel De Zwaan')
  await page.goto('/klanten')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const [typed, name] of [
    ['hotel', 'Hotel De Zwaan'],
    ['aalders', 'Aannemer Aalders'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: search.label })).toBeFocused()
    await page.keyboard.type(typed, { delay: 20 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: search.label })).toBeHidden()
    await expect(page.getByText(name).first()).toBeVisible()
    await expect(page).toHaveURL(/\/(facturen|klanten)\/[0-9a-f-]{36}/)
  }
})
