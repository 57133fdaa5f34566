import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { saveDraft } from './program/invoices.ts'

test('a date that cannot be read stays as it was typed, and nothing is saved or made final with another', async ({
  page,
  program,
  words,
}) => {
  const form = words.invoiceForm
  await signUp(page, program, 'Verkeerde Dag')
  const id = await saveDraft(page.request, program, 'Kalender')
  await page.goto(`/facturen/${id}`)
  const date = page.getByLabel(form.date)
  for (const typed of ['', 'foo', '31 feb 2026']) {
    await date.fill(typed)
    await page.keyboard.press('Tab')
    await expect(page.getByText(form.notADay)).toBeVisible()
    await expect(date).toHaveValue(typed)
  }
  await expectAccessible(page, 'Concept, geen datum')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(form.unsaved)).toBeVisible()
  await page.getByRole('button', { name: form.finalize }).first().click()
  await expect(date).toBeFocused()
  await expect(page.getByRole('dialog')).toBeHidden()

  await test.step('it is there again after a reload', async () => {
    await page.reload()
    await expect(date).toHaveValue('31 feb 2026')
  })
  await test.step('the calendar gives a day, and so does typing one', async () => {
    await date.click()
    await page.getByRole('button', { name: '15', exact: true }).or(page.getByLabel(/^15 /)).first().click()
    await expect(date).toHaveValue(/^15\s/)
    await date.fill('3-11-2026')
    await page.keyboard.press('Tab')
    await expect(date).toHaveValue(/^3\snov\s2026$/)
    await expect(page.getByText(form.notADay)).toBeHidden()
    await expect(page.getByLabel(form.term)).toBeFocused()
    await expect(page.getByText(/^Bewaard om /)).toBeVisible()
  })
})
