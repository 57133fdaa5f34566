import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { saveDraft } from './program/invoices.ts'
import { goTo, logIn, makeCustomer } from './walk/screens.ts'

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

test('what was typed in a form is there again after navigating, and gone once it is saved', async ({
  page,
  program,
  words,
}) => {
  const { customerForm, company, common } = words
  const account = await signUp(page, program, 'Onderbroken')
  const name = page.getByLabel(customerForm.companyName)
  const restored = page.getByText(common.restored)
  await page.goto('/klanten/nieuw')
  await name.fill('Half Getypt BV')
  await goTo(page, 'invoices')
  // Whoever goes back before the other screen is there never left this one.
  await expect(name).toBeHidden()
  await page.goBack()
  await expect(name).toHaveValue('Half Getypt BV')
  await expect(restored).toBeVisible()
  await expectAccessible(page, 'Nieuwe klant, teruggezet')

  await test.step('also after the session has ended', async () => {
    await page.context().clearCookies()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: words.account.signIn })).toBeVisible()
    await logIn(page, { email: account, password: 'een-lang-wachtwoord' })
    await expect(name).toHaveValue('Half Getypt BV')
  })
  await test.step('starting empty forgets it, and so does saving', async () => {
    await page.getByRole('button', { name: common.startOver }).click()
    await expect(name).toHaveValue('')
    await makeCustomer(page, 'Heel Getypt BV')
    await page.goto('/klanten/nieuw')
    await expect(name).toHaveValue('')
    await expect(restored).toBeHidden()
  })
  await test.step('a customer that exists, and the company itself, go the same way', async () => {
    await page.goto('/klanten')
    await page.getByRole('link', { name: 'Heel Getypt BV' }).click()
    await page.getByRole('link', { name: words.customerPage.change }).click()
    await page.getByLabel(customerForm.city).fill('Kampen')
    await goTo(page, 'invoices')
    await expect(page.getByLabel(customerForm.city)).toBeHidden()
    await page.goBack()
    await expect(page.getByLabel(customerForm.city)).toHaveValue('Kampen')
    await page.getByRole('button', { name: common.showSaved }).click()
    await expect(page.getByLabel(customerForm.city)).toHaveValue('Utrecht')
    await page.goto('/voorkeuren/bedrijf')
    await page.getByLabel(company.city).fill('Hattem')
    await goTo(page, 'invoices')
    await expect(page.getByLabel(company.city)).toBeHidden()
    await page.goBack()
    await expect(page.getByLabel(company.city)).toHaveValue('Hattem')
  })
})
