import { readFileSync } from 'node:fs'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize, invoiceFor } from './program/invoices.ts'

test('the list of a quarter comes to what its invoices do, and is taken out as it is shown', async ({
  page,
  program,
  words: { common, invoices, selection },
}) => {
  await signUp(page, program)
  const { request } = page
  const customer = await post<{ id: string }>(request, program, '/api/customers', company('Slot & Zn'))
  const numbers: string[] = []
  for (const invoiceDate of ['2026-09-30', '2026-10-01', '2026-11-03']) {
    const content = { ...invoiceFor(customer.id), invoiceDate }
    const { id } = await post<{ id: string }>(request, program, '/api/invoices', content)
    numbers.push(await finalize(request, program, id))
  }
  const [earlier = '', ...inQuarter] = numbers
  await page.goto('/facturen?periode=2026-K4')
  for (const number of inQuarter) await expect(page.getByRole('link', { name: number })).toBeVisible()
  await expect(page.getByRole('link', { name: earlier })).toHaveCount(0)
  await expect(page.getByText(invoices.finalCount(2))).toBeVisible()
  // What they come to, and what is open of them.
  await expect(page.getByText(/130,80/)).toHaveCount(2)
  await expectAccessible(page, 'Facturen van een kwartaal')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: common.export }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  for (const number of inQuarter) expect(csv).toContain(`\n${number};`)
  expect(csv).not.toContain(earlier)

  await page.getByRole('link', { name: invoices.earlier }).click()
  await expect(page).toHaveURL(/periode=2026-K3/)
  await expect(page.getByRole('link', { name: earlier })).toBeVisible()
  await page.getByRole('link', { name: invoices.month }).click()
  // Its month with the newest invoice, and not merely its first.
  await expect(page).toHaveURL(/periode=2026-09/)
  await expect(page.getByRole('link', { name: earlier })).toBeVisible()
  await page.getByRole('link', { name: invoices.earlier }).click()
  await expect(page).toHaveURL(/periode=2026-08/)
  await expect(page.getByText(invoices.emptyFilter)).toBeVisible()
  await page.getByRole('link', { name: invoices.always }).click()
  for (const number of numbers) await expect(page.getByRole('link', { name: number })).toBeVisible()

  const first = page.getByRole('row').nth(1)
  await page.getByRole('link', { name: invoices.date, exact: true }).click()
  await expect(page).toHaveURL(/volgorde=datum/)
  await expect(first).toContainText(earlier)
  await page.getByRole('button', { name: invoices.moreFilters }).click()
  await page.getByLabel(invoices.least).fill('1.000')
  await page.getByLabel(invoices.least).press('Enter')
  await expect(page).toHaveURL(/vanaf=.*1000/)
  await expect(page.getByText(invoices.emptyFilter)).toBeVisible()
  await page.getByLabel(invoices.least).fill('60')
  await page.getByLabel(invoices.most).click()
  await expect(first).toContainText(earlier)
  await page.getByLabel(invoices.customer, { exact: true }).fill('slot')
  await page.getByRole('option', { name: /Slot & Zn/ }).click()
  await expect(page).toHaveURL(new RegExp(`klant=${customer.id}`))
  await expectAccessible(page, 'Facturen met filters')

  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByLabel(invoices.order).selectOption('-nummer')
  await expect(first).toContainText(numbers.at(-1) ?? '')
  await page.getByLabel(selection.chooseAll).check()
  await expect(page.getByText(selection.chosen(3))).toBeVisible()
  await expectAccessible(page, 'Facturen op een telefoon')
})
