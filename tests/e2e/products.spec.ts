import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

/** As fast as somebody types who knows the name. */
const delay = 90

test('a product is made, found by typing in a line, and never taken for what is not typed', async ({
  page,
  program,
  words,
}) => {
  await signUp(page, program, 'Producten')
  const { invoiceForm, productForm, products, allowances } = words
  await post(page.request, program, '/api/customers', company('Hotel De Post'))

  await test.step('the place is empty, and says what would stand there', async () => {
    await page.goto('/producten')
    await expect(page.getByText(products.emptyTitle)).toBeVisible()
    await page.getByRole('link', { name: products.new }).click()
    await page.getByLabel(productForm.description).fill('Radiator type 22')
    await page.getByLabel(productForm.price, { exact: true }).fill('248,125')
    await page.getByLabel(productForm.unit).selectOption('piece')
    await page.getByLabel(productForm.vat, { exact: true }).selectOption('low')
    await page.getByLabel(productForm.code).fill('R22')
    await page.getByLabel(productForm.price, { exact: true }).fill('veel')
    await expectAccessible(page, 'Nieuw product')
    await page.getByRole('button', { name: productForm.create }).click()
    await expect(page.getByLabel(productForm.price, { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel(productForm.price, { exact: true }).fill('248,125')
    // Twice before the screen can draw that it is busy: one product all the same.
    await page.getByRole('button', { name: productForm.create }).evaluate((button) => {
      for (const _ of [1, 2]) (button as HTMLButtonElement).click()
    })
    await expect(page.getByRole('link', { name: 'Radiator type 22' })).toHaveCount(1)
    await expectAccessible(page, 'Producten')
  })
  for (const description of ['Aansluiting', 'Radiatorkraan'])
    await post(page.request, program, '/api/products', {
      description,
      unitPrice: '15.00',
      vatTreatment: 'high',
    })

  await page.goto('/facturen/nieuw')
  const customer = page.getByRole('combobox', { name: invoiceForm.customer })
  await customer.click()
  await page.keyboard.type('hotel', { delay })
  await page.keyboard.press('Enter')
  await expect(customer).toHaveValue('Hotel De Post')

  await test.step('Enter takes the product with this code, with its unit, price and VAT', async () => {
    await page.getByLabel(invoiceForm.descriptionOf(1)).click()
    await page.keyboard.type('r22', { delay })
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(invoiceForm.descriptionOf(1))).toHaveValue('Radiator type 22')
    await expect(page.getByLabel(invoiceForm.priceOf(1))).toHaveValue(/248,125$/)
    await expect(page.getByLabel(invoiceForm.unitOf(1))).toHaveValue('piece')
    await expect(page.getByLabel(invoiceForm.vatOf(1))).toHaveValue('low')
    await expect(page.getByLabel(invoiceForm.quantityOf(1))).toBeFocused()
  })

  await test.step('what matches no product stays as it was typed, and Enter goes on', async () => {
    await page.getByRole('button', { name: invoiceForm.addLine }).click()
    await expect(page.getByLabel(invoiceForm.descriptionOf(2))).toBeFocused()
    await page.keyboard.type('voorrijden', { delay })
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(invoiceForm.descriptionOf(3))).toBeFocused()
    await expect(page.getByLabel(invoiceForm.descriptionOf(2))).toHaveValue('voorrijden')
    await expect(page.getByLabel(invoiceForm.priceOf(2))).toHaveValue('')
  })

  await test.step('Esc leaves the typed text alone, and so does leaving the field', async () => {
    await page.keyboard.type('radiator', { delay })
    await expect(page.getByRole('option', { name: /Radiatorkraan/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('option', { name: /Radiatorkraan/ })).toBeHidden()
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(invoiceForm.descriptionOf(3))).toHaveValue('radiator')
    await expect(page.getByLabel(invoiceForm.priceOf(3))).toHaveValue('')
  })

  await test.step('one that is pressed fills the line as Enter does', async () => {
    await page.getByRole('button', { name: invoiceForm.addLine }).click()
    await page.keyboard.type('radiator', { delay })
    await page.getByRole('option', { name: /Radiatorkraan/ }).click()
    await expect(page.getByLabel(invoiceForm.descriptionOf(4))).toHaveValue('Radiatorkraan')
    await expect(page.getByLabel(invoiceForm.priceOf(4))).toHaveValue(/15,00$/)
    await expect(page.getByLabel(invoiceForm.vatOf(4))).toHaveValue('high')
    await page.getByRole('button', { name: invoiceForm.removeLine(4) }).click()
  })

  await test.step('a discount of a tenth, and one on everything, are among the totals', async () => {
    await page.getByLabel(invoiceForm.quantityOf(1)).fill('8')
    await page.getByRole('button', { name: allowances.onLine }).click()
    await page.keyboard.type('10%')
    await page.getByRole('button', { name: allowances.onWhole }).click()
    await page.keyboard.type('120')
    await page.keyboard.press('Tab')
    await expect(page.getByText('Een korting is hooguit 100%.').first()).toBeVisible()
    await page.getByLabel(allowances.figureOf(allowances.whole)).fill('€ 86,50')
    await page.keyboard.press('Tab')
    // 8 × 248.125 is 1985.00, less 198.50 is 1786.50.
    await expect(page.getByText('Btw 9% over €\u00a01.700,00')).toBeVisible()
    await expectAccessible(page, 'Factuur met kortingen')
  })
})
