import type { Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'

const customer = {
  kind: 'company',
  name: 'Toetsenbord BV',
  address: 'Laan 1',
  postalCode: '1011 AB',
  city: 'Ede',
}

test('an invoice is made and made final with the keyboard alone', async ({ page, program, words }) => {
  await signUp(page, program, 'Zonder Muis')
  await post(page.request, program, '/api/customers', customer)
  await page.goto('/facturen')
  await expect(page.getByRole('heading', { level: 1, name: words.invoices.title })).toBeVisible()

  await test.step('the first stop skips to the content', async () => {
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText(words.shell.toContent)
  })
  await test.step('n makes a new invoice', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('n')
    await expect(page.getByRole('heading', { level: 1, name: words.invoiceForm.newTitle })).toBeVisible()
  })
  await test.step('the customer is chosen', async () => {
    await tabTo(page, words.invoiceForm.customer)
    await page.keyboard.type('Toetsen')
    await expect(page.getByRole('option', { name: customer.name })).toBeVisible()
    await page.keyboard.press('Enter')
  })
  await test.step('Enter in the last line adds a line', async () => {
    await tabTo(page, words.invoiceForm.descriptionOf(1))
    await page.keyboard.type('Toetsen vervangen')
    await tabTo(page, words.invoiceForm.quantityOf(1))
    await page.keyboard.type('2')
    await tabTo(page, words.invoiceForm.priceOf(1))
    await page.keyboard.type('12,50')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(words.invoiceForm.descriptionOf(2))).toBeFocused()
    await page.keyboard.type('Schoonmaken')
    await tabTo(page, words.invoiceForm.quantityOf(2))
    await page.keyboard.type('1')
    await tabTo(page, words.invoiceForm.priceOf(2))
    await page.keyboard.type('10')
  })
  await test.step('Ctrl+S saves', async () => {
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/^Bewaard om /)).toBeVisible()
  })
  await test.step('Definitief maken, and its question', async () => {
    await tabTo(page, words.invoiceForm.finalize)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: words.invoiceForm.finalize })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await tabTo(page, words.invoiceForm.finalize)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: words.invoiceForm.finalize })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /^Factuur \d{4}-0001$/ })).toBeVisible()
  })
})

/** Presses Tab until what has the focus carries this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const nameOfFocus = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? ''
    })
  const mostStops = 60
  for (let stops = 0; stops < mostStops; stops++) {
    if ((await nameOfFocus()).trim() === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no stop of the Tab key is named «${name}»`)
}
