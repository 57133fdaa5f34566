import { post, signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { connect, goTo } from './walk/screens.ts'

const customer = {
  kind: 'company',
  name: 'Twee Vensters BV',
  address: 'Raam 2',
  postalCode: '1011 AB',
  city: 'Gouda',
}

test('two browsers making the same draft final give one invoice, one number, one mutation', async ({
  page,
  context,
  program,
  control,
  words,
}) => {
  const administration = await control.newAdministration('Twee Vensters')
  await signUp(page, program, 'Twee Vensters')
  await connect(page, administration)
  const { id: customerId } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', {
    customerId,
    invoiceDate: '2031-03-01',
    paymentTermDays: 14,
    lines: [{ description: 'Glas', quantity: '1', unitPrice: '100.00', vatTreatment: 'high' }],
  })
  const other = await context.newPage()
  const confirm = async (window: typeof page) => {
    await window.goto(`/facturen/${id}`)
    await window.getByRole('button', { name: words.invoiceForm.finalize }).first().click()
    return window.getByRole('dialog').getByRole('button', { name: words.invoiceForm.finalize })
  }
  const buttons = [await confirm(page), await confirm(other)]
  await Promise.all(buttons.map((button) => button.click()))
  for (const window of [page, other]) {
    await expect(window.getByRole('heading', { level: 1, name: 'Factuur 2031-0001' })).toBeVisible()
  }
  const booked = async () =>
    (await control.booksOf(administration)).mutations.map((mutation) => mutation.invoiceNumber)
  await expect.poll(booked, { timeout: 30_000 }).toEqual(['2031-0001'])
  await goTo(page, 'invoices')
  await expect(page.getByRole('link', { name: '2031-0001' })).toHaveCount(1)
  await expect(page.getByText('2031-0002')).toHaveCount(0)
})
