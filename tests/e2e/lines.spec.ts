import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize } from './program/invoices.ts'

test('lines begin with the invoice before, and move by keyboard and by touch', async ({
  page,
  program,
  words,
}) => {
  await signUp(page, program, 'Regels')
  const { invoiceForm, allowances } = words
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Hotel De Post'),
  )
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', {
    customerId,
    invoiceDate: '2026-11-03',
    paymentTermDays: 14,
    orderNumber: 'PO-1',
    lines: [
      {
        description: 'Linnen',
        quantity: '40',
        unit: 'piece',
        unitPrice: '2.10',
        vatTreatment: 'high',
        allowances: [{ percentage: '10' }],
      },
      { kind: 'text', description: 'Ook gebracht:' },
      { description: 'Zeep', quantity: '3', unitPrice: '4.00', vatTreatment: 'low' },
    ],
    allowances: [{ amount: '5.00', reason: 'vaste klant' }],
  })
  const number = await finalize(page.request, program, id)
  const description = (line: number) => page.getByLabel(invoiceForm.descriptionOf(line))

  await test.step('what the last invoice said comes again, and goes with one press', async () => {
    await page.goto(`/facturen/nieuw?klant=${customerId}`)
    await page.getByRole('button', { name: invoiceForm.startWith(number) }).click()
    await expect(description(1)).toHaveValue('Linnen')
    await expect(page.getByLabel(allowances.figureOf(allowances.line(1)))).toHaveValue('10')
    await expect(page.getByLabel(allowances.reasonOf(allowances.whole))).toHaveValue('vaste klant')
    // 75,60 and 12,00, of which 5,00 comes off.
    await expect(page.getByText('82,60', { exact: false }).first()).toBeVisible()
    await expect(page.getByLabel(invoiceForm.orderNumber)).toBeHidden()
    await page.getByRole('button', { name: words.common.undo }).click()
    await expect(description(1)).toHaveValue('')
    await page.getByRole('button', { name: invoiceForm.startWith(number) }).click()
    await expect(description(3)).toHaveValue('Zeep')
  })

  await test.step('Alt with an arrow moves the line with all that belongs to it, and the keyboard stays in it', async () => {
    await description(1).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(description(3)).toHaveValue('Linnen')
    await expect(description(3)).toBeFocused()
    await expect(page.getByLabel(allowances.figureOf(allowances.line(3)))).toHaveValue('10')
    await expect(page.getByText(invoiceForm.lineMoved(2, 3))).toBeAttached()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(description(3)).toBeFocused()
  })

  await test.step('on a phone a finger does', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await description(3).click()
    await page.getByRole('button', { name: invoiceForm.moveUp(3) }).click()
    await expect(description(2)).toHaveValue('Linnen')
    await expectAccessible(page, 'Regels verplaatsen')
  })

  await test.step('and so it is saved', async () => {
    await expect(page).not.toHaveURL(/nieuw/)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText(/^Bewaard om/)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: invoiceForm.openLine(2) })).toContainText('Linnen')
  })
})
