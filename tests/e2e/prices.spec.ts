import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize, invoiceFor } from './program/invoices.ts'

test('prices with VAT are called so wherever they stand, and their subtotal without', async ({
  page,
  program,
  words,
}) => {
  const { invoiceForm, invoicePage } = words
  await signUp(page, program, 'Inclusief')
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Incl BV'),
  )
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', {
    ...invoiceFor(customerId),
    pricesIncludeVat: true,
  })
  await page.goto(`/facturen/${id}`)
  await expect(page.getByRole('columnheader', { name: invoiceForm.priceWithVat })).toBeVisible()
  await expect(page.getByText(invoiceForm.subtotalWithoutVat)).toBeVisible()
  await finalize(page.request, program, id)
  await page.reload()
  for (const head of [invoiceForm.priceWithVat, invoiceForm.amountWithVat])
    await expect(page.getByRole('columnheader', { name: head })).toBeVisible()
  await expect(page.getByRole('row', { name: invoiceForm.subtotalWithoutVat })).toContainText('55,05')

  // A phone shows no heads of columns.
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByText(invoicePage.linesWithVat)).toBeVisible()
  await expectAccessible(page, 'Factuur met prijzen incl. btw')
})

test('prices in the other manner keep the total, and the next invoice begins like that', async ({
  page,
  program,
  words,
}) => {
  const { invoiceForm } = words
  await signUp(page, program, 'Omgerekend')
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Twee Wijzen BV'),
  )
  const draft = invoiceFor(customerId)
  const lines = [{ ...draft.lines[0], quantity: '1', unitPrice: '27.50', vatTreatment: 'high' }]
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', { ...draft, lines })
  await page.goto(`/facturen/${id}`)
  const price = page.getByRole('textbox', { name: invoiceForm.priceOf(1) })
  await expect(price).toHaveValue(/27,50/)
  await page.getByLabel(invoiceForm.priceMode).selectOption('include')
  await expect(page.getByText(invoiceForm.pricesConverted('€ 33,28'))).toBeVisible()
  await expect(price).toHaveValue(/33,275/)
  await page.getByRole('button', { name: words.common.undo }).click()
  await expect(price).toHaveValue(/27,50/)
  await page.getByLabel(invoiceForm.priceMode).selectOption('include')
  await expect(price).toHaveValue(/33,275/)
  await page.keyboard.press('Control+s')
  await expect
    .poll(async () => (await page.request.get(`/api/invoices/${id}`)).json())
    .toMatchObject({ pricesIncludeVat: true, totals: { gross: '33.28' } })
  await page.goto('/facturen/nieuw')
  await expect(page.getByLabel(invoiceForm.priceMode)).toHaveValue('include')
})
