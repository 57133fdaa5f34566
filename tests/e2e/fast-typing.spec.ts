import { post, signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

/** As fast as somebody types who knows the name. */
const delay = 90

test('what is typed is what is chosen, however fast Enter follows', async ({ page, program, words }) => {
  await signUp(page, program, 'Snelle Vingers')
  for (const name of [
    'Aannemer Als Eerste',
    'Bakkerij Zoet',
    'Hotel De Post',
    'Hotel Zeezicht',
    'Zagerij Hout',
  ]) {
    await post(page.request, program, '/api/customers', company(name))
  }
  await page.goto('/facturen/nieuw')
  const field = page.getByRole('combobox', { name: words.invoiceForm.customer })
  await field.click()

  await test.step('Enter takes the first that matches, and not the first of all', async () => {
    await page.keyboard.type('hotel', { delay })
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Hotel De Post')
  })
  await test.step('another name replaces the old one', async () => {
    await page.keyboard.type('zager', { delay })
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Zagerij Hout')
  })
  await test.step('nobody new is offered before it is known who has that name', async () => {
    const answer = Promise.withResolvers<void>()
    await page.route('**/api/customers?*', async (route) => {
      await answer.promise
      await route.continue()
    })
    const asked = page.waitForRequest('**/api/customers?*bakkerij*')
    const offered = page.getByRole('option', { name: words.invoiceForm.newCustomerNamed('bakkerij') })
    await field.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('bakkerij')
    await asked
    await expect(offered).toBeHidden()
    answer.resolve()
    await expect(offered).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('a whole name is taken when the field is left', async () => {
    await field.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('bakkerij zoet', { delay: 10 })
    await expect(page.getByRole('option', { name: 'Bakkerij Zoet Zwolle' })).toBeVisible()
    await expect(page.getByRole('option', { name: 'Zagerij Hout Zwolle' })).toBeHidden()
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue('Bakkerij Zoet')
  })
  await test.step('what matches nobody chooses nobody, and stays as it was typed', async () => {
    await field.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('onbekend b.v.', { delay })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option', { name: 'Bakkerij Zoet Zwolle' })).toBeHidden()
    await expect(field).toHaveValue('onbekend b.v.')
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue('onbekend b.v.')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})
