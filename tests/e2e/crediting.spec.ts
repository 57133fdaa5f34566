import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

test('an invoice is credited in part, and what is left again with a new draft', async ({
  page,
  program,
  words,
}) => {
  const { invoicePage, invoices } = words
  await signUp(page, program, 'Terugnemer')
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Lindeman Architecten'),
  )
  const lines = [
    { description: 'Thermostaatkraan, geplaatst', quantity: '8', unitPrice: '75', vatTreatment: 'high' },
    { description: 'Voorrijden', quantity: '1', unitPrice: '45', vatTreatment: 'high' },
  ]
  const draft = { customerId, invoiceDate: '2026-11-18', paymentTermDays: 14, lines }
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', draft)
  await post(page.request, program, `/api/invoices/${id}/finalization`, {})
  await page.goto(`/facturen/${id}`)

  await test.step('half of the taps', async () => {
    await page.getByRole('button', { name: invoicePage.credit }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(invoicePage.creditQuantityOf('Thermostaatkraan, geplaatst')).fill('9')
    await expect(dialog.getByText('Dit is meer dan er nog te crediteren is.')).toBeVisible()
    await dialog.getByLabel(invoicePage.creditQuantityOf('Thermostaatkraan, geplaatst')).fill('4')
    await dialog.getByLabel(invoicePage.creditQuantityOf('Voorrijden')).fill('0')
    await expect(dialog.getByText('−€ 363,00')).toBeVisible()
    await expectAccessible(page, 'Crediteren')
    await dialog.getByLabel(invoicePage.creditReason).fill('4 kranen teruggenomen')
    // Twice before the screen can draw that it is busy: one credit note all the same.
    await dialog.getByRole('button', { name: invoicePage.creditMake }).evaluate((button) => {
      for (const _ of [1, 2]) (button as HTMLButtonElement).click()
    })
    await expect(page.getByRole('heading', { name: invoicePage.creditNote('2026-0002') })).toBeVisible()
    await expect(page.getByRole('button', { name: invoicePage.credit })).toBeHidden()
    await expectAccessible(page, 'Creditfactuur')
  })

  await test.step('stands with its invoice, with what is left', async () => {
    await page.getByRole('link', { name: invoicePage.title('2026-0001') }).click()
    await expect(page.getByRole('heading', { name: invoicePage.creditedHeading })).toBeVisible()
    await expect(page.getByText('€ 417,45')).toBeVisible()
    await expectAccessible(page, 'Factuur, credited in part')
  })

  await test.step('the rest again', async () => {
    await page.getByRole('button', { name: invoicePage.credit }).click()
    await page.getByLabel(invoicePage.creditAgain).check()
    await page.getByRole('button', { name: invoicePage.creditMake }).click()
    await expect(page.getByRole('button', { name: words.invoiceForm.finalize }).first()).toBeVisible()
    await page.goto('/facturen')
    await expect(page.getByText(`· ${invoices.credit}`)).toHaveCount(2)
    // Of the invoice and of its two credit notes only the invoice is to be paid by a day.
    await expect(
      page.getByRole('row').filter({ hasText: invoices.credit }).locator('td[data-empty]'),
    ).toHaveCount(2)
    await page.goto(`/facturen/${id}`)
    await expect(page.getByRole('link', { name: invoicePage.creditNote('2026-0003') })).toBeVisible()
    await expect(page.getByRole('button', { name: invoicePage.credit })).toBeHidden()
  })

  await test.step('a copy is a draft with the same lines', async () => {
    await page.getByRole('button', { name: invoicePage.copy }).click()
    await expect(page.getByLabel(words.invoiceForm.descriptionOf(2))).toHaveValue('Voorrijden')
  })
})
