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
