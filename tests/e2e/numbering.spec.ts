import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

test('a business that moves over goes on with its own numbers', async ({ page, program, words }) => {
  const { series, invoiceForm, preferences } = words
  await signUp(page, program, 'Overstapper')
  await page.goto('/voorkeuren')
  await page.getByRole('link', { name: preferences.numbering }).first().click()
  await expect(page.getByRole('heading', { name: series.title, level: 1 })).toBeVisible()
  const year = new Date().getFullYear()
  await expect(page.getByText(`${year}-0001`)).toBeVisible()
  await expectAccessible(page, 'Nummering')

  await test.step('the pattern is shaped, with its numbers beside it', async () => {
    await page.getByRole('button', { name: series.changeOf('Facturen') }).click()
    const pattern = page.getByLabel(series.pattern, { exact: true })
    await pattern.fill('F{jjjj}')
    await expect(page.getByText('Zet {nummer} in het patroon')).toBeVisible()
    await pattern.fill('F{jjjj}{nnnnn}')
    await expect(page.getByText(`F${year}00001, F${year}00002, F${year}00003, …`)).toBeVisible()
    await expectAccessible(page, 'Nummering, a series')
    await page.getByRole('button', { name: series.save }).click()
  })

  await test.step('and goes on where the old program stopped', async () => {
    await page.getByRole('button', { name: series.goOnOf('Facturen') }).click()
    await page.getByLabel(series.placeIn(year)).fill('348')
    await expect(page.getByText(`F${year}00348, F${year}00349`)).toBeVisible()
    await expectAccessible(page, 'Nummering, where it goes on')
    await page.getByRole('button', { name: series.goOnSave }).click()
    await expect(page.getByText(`F${year}00348`, { exact: true })).toBeVisible()
  })

  await test.step('a second series is a choice on the invoice', async () => {
    await page.getByRole('button', { name: series.add }).click()
    await page.getByLabel(series.name, { exact: true }).fill('Webwinkel')
    await page.getByLabel(series.pattern, { exact: true }).fill('F{jaar}{n}')
    await page.getByRole('button', { name: series.save }).click()
    await expect(page.getByText('De reeks «Facturen» kan dezelfde nummers geven')).toBeVisible()
    await page.getByLabel(series.pattern, { exact: true }).fill('W{n}')
    await page.getByLabel(series.overYears).check()
    await page.getByRole('button', { name: series.save }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await post(page.request, program, '/api/customers', company('Nummer Een BV'))
    await page.goto('/facturen/nieuw')
    await page.getByLabel(invoiceForm.series).selectOption({ label: 'Webwinkel (W1)' })
    await expect(page.getByText('W1', { exact: true })).toBeVisible()
    await expectAccessible(page, 'Concept, with a choice of series')
  })
})
