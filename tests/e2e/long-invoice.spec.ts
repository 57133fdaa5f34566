import type { Page } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

const lineCount = 40

/** A draft of forty lines, each with an amount. */
async function saveLongDraft(page: Page, program: Screen): Promise<string> {
  const { id: customerId } = await post<{ id: string }>(
    page.request,
    program,
    '/api/customers',
    company('Lange Rekening BV'),
  )
  const lines = Array.from({ length: lineCount }, (_, place) => ({
    description: `Kozijn ${place + 1} schilderen, twee lagen`,
    quantity: '2.5',
    unitPrice: '1234.56',
    vatTreatment: place % 2 ? 'high' : 'low',
  }))
  const draft = { customerId, invoiceDate: '2026-11-03', paymentTermDays: 14, lines }
  return (await post<{ id: string }>(page.request, program, '/api/invoices', draft)).id
}

for (const [width, height] of [
  [1440, 900],
  [1366, 768],
  [1024, 768],
  [800, 1100],
  [390, 844],
] as const) {
  test(`«Definitief maken» is in sight with forty lines, ${width} by ${height}`, async ({
    page,
    program,
    words,
  }) => {
    await page.setViewportSize({ width, height })
    await signUp(page, program, 'Veel Regels')
    await page.goto(`/facturen/${await saveLongDraft(page, program)}`)
    const button = page.getByRole('button', { name: words.invoiceForm.finalize }).filter({ visible: true })
    await expect(button).toHaveCount(1)
    await expect(button).toBeInViewport({ ratio: 1 })
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expect(button).toBeInViewport({ ratio: 1 })
    // Nothing of the page lies under it for good.
    const last = page.locator('main *').filter({ hasText: words.bookingPreview.title }).last()
    await last.scrollIntoViewIfNeeded()
    await expectAccessible(page, `Concept, forty lines, ${width}`)
  })
}

test('on a phone a line that is not being edited takes two rows of text, and opens when pressed', async ({
  page,
  program,
  words,
}) => {
  const { invoiceForm } = words
  await page.setViewportSize({ width: 390, height: 844 })
  await signUp(page, program, 'Opgevouwen')
  await page.goto(`/facturen/${await saveLongDraft(page, program)}`)
  const folded = (line: number) => page.getByRole('button', { name: invoiceForm.openLine(line) })
  await expect(folded(lineCount)).toBeVisible()
  await expect(folded(7)).toContainText('€ 3.086,40')
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(height).toBeLessThan(4_500)

  await folded(7).click()
  const description = page.getByLabel(invoiceForm.descriptionOf(7))
  await expect(description).toBeFocused()
  await description.fill('Kozijn 7, toch drie lagen')
  await page.keyboard.press('Enter')
  await test.step('Enter goes on to the next line, and the one before folds', async () => {
    await expect(page.getByLabel(invoiceForm.descriptionOf(8))).toBeFocused()
    await expect(folded(7)).toContainText('toch drie lagen')
  })
  await test.step('back closes the line that was opened, and not the invoice', async () => {
    await page.goBack()
    await expect(folded(8)).toBeVisible()
    await expect(page).toHaveURL(/\/facturen\/[0-9a-f-]{36}$/)
    await folded(8).click()
  })
  await test.step('what is wrong stays in sight', async () => {
    const quantity = page.getByLabel(invoiceForm.quantityOf(8))
    await quantity.fill('twee')
    await folded(9).click()
    await expect(quantity).toBeVisible()
    await expect(quantity).toHaveAttribute('aria-invalid', 'true')
    await quantity.fill('')
    await page.keyboard.press('Tab')
    await expect(quantity).toHaveAttribute('aria-invalid', 'true')
    await expect(quantity).toHaveValue('')
  })
})
