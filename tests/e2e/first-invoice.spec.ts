import { signUpAnew } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { fillDraft, makeCustomer } from './walk/screens.ts'

test('a new business is asked for what the law wants, and mends it beside its first invoice', async ({
  page,
  program,
  words,
}) => {
  await signUpAnew(page, program, 'Eerste Factuur')
  const { bookingPreview, company, invoiceForm, overview } = words

  await test.step('the first step on Overzicht is the company', async () => {
    await page.goto('/')
    const steps = page.getByRole('region', { name: overview.stepsTitle })
    await expect(steps.getByRole('listitem').first()).toContainText(overview.stepCompany)
    await expect(steps.getByRole('link', { name: overview.stepCompanyAction })).toHaveAttribute(
      'href',
      '/voorkeuren/bedrijf',
    )
  })

  await test.step('what is missing stands beside the invoice, and is filled in there', async () => {
    await makeCustomer(page, 'Bakkerij De Korenaar')
    await page.goto('/facturen/nieuw')
    await fillDraft(page, 'Bakkerij De Korenaar', [
      { description: 'Gevelbord', quantity: '1', price: '850,00' },
    ])
    await expect(page.getByText(bookingPreview.blocked)).toBeVisible()
    await page.getByRole('button', { name: bookingPreview.mendCompany }).first().click()
    const dialog = page.getByRole('dialog', { name: company.title })
    await expect(dialog.getByLabel(company.address)).toBeFocused()
    await expectAccessible(page, 'Bedrijf, in een venster')
    await dialog.getByLabel(company.address).fill('Kade 1')
    await dialog.getByLabel(company.postalCode).fill('1011 AB')
    await dialog.getByLabel(company.city).fill('Amsterdam')
    await dialog.getByLabel(company.kvkNumber).fill('12345678')
    await dialog.getByLabel(company.vatNumber).fill('NL123456782B90')
    await dialog.getByLabel(company.iban).fill('NL91 ABNA 0417 1643 00')
    await dialog.getByLabel(company.accountName).fill('Eerste Factuur B.V.')
    await dialog.getByRole('button', { name: company.save }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(bookingPreview.nothingBlocks)).toBeVisible()
  })

  await test.step('a reversed line asks for the number of the customer, at the customer', async () => {
    await page.getByLabel(invoiceForm.vatOf(1)).selectOption('reverse_charge')
    await expect(page.getByText(invoiceForm.noVatNumber)).toBeVisible()
    await page.getByRole('button', { name: invoiceForm.enterNow }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(words.customerForm.vatNumber)).toBeFocused()
    await dialog.getByLabel(words.customerForm.vatNumber).fill('NL000099998B57')
    await dialog.getByRole('button', { name: words.customerForm.update }).click()
    await expect(page.getByText(bookingPreview.nothingBlocks)).toBeVisible()
  })

  await test.step('a date far off is shown and asked about before it is final, and today is not', async () => {
    const date = page.getByLabel(invoiceForm.date, { exact: true })
    for (const [typed, shown, isFar] of [
      ['30-11-2006', '30 nov 2006', true],
      ['31-12-2036', '31 dec 2036', true],
      ['vandaag', '', false],
    ] as const) {
      await date.fill(typed)
      await date.press('Tab')
      await page.getByRole('button', { name: invoiceForm.finalize }).first().click()
      const dialog = page.getByRole('dialog', { name: invoiceForm.finalizeTitle })
      await expect(dialog).toContainText(shown)
      await expect(dialog.getByText(invoiceForm.finalizeDateFar)).toHaveCount(isFar ? 1 : 0)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  })
})
