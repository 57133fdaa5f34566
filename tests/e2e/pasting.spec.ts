import { signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'

test('rows of a spreadsheet are taken as they are meant, and asked about where that is not certain', async ({
  page,
  program,
  words,
}) => {
  await signUp(page, program, 'Plakband')
  await page.goto('/facturen/nieuw')
  const form = words.invoiceForm
  const paste = async (text: string) => {
    await page.getByLabel(form.descriptionOf(1)).evaluate((field, pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, text)
  }

  await test.step('a VAT word that is none of ours stays, and is asked about', async () => {
    await paste('Onderaanneming\t1\t1000,00\t19%')
    await expect(page.getByLabel(form.descriptionOf(1))).toHaveValue('Onderaanneming')
    await expect(page.getByLabel(form.vatOf(1))).toHaveValue('19%')
    await expect(page.getByText(form.notAVatRate)).toBeVisible()
    await page.getByLabel(form.vatOf(1)).selectOption('low')
    await expect(page.getByText(form.notAVatRate)).toBeHidden()
  })
  await test.step('a VAT word that is ours is taken', async () => {
    await paste('Onderaanneming\t1\t1000,00\tverlegd')
    await expect(page.getByLabel(form.vatOf(1))).toHaveValue('reverse_charge')
    await page.getByLabel(form.vatOf(1)).selectOption('low')
  })
  await test.step('columns that could be two things are asked about', async () => {
    await paste('Boek\t1\t9,00\t9,00')
    const dialog = page.getByRole('dialog', { name: form.pasteTitle })
    await dialog.getByLabel(form.pasteColumn('B')).selectOption(form.pasteColumns.quantity)
    await dialog.getByLabel(form.pasteColumn('C')).selectOption(form.pasteColumns.unitPrice)
    await dialog.getByRole('button', { name: form.pasteFill(1) }).click()
    await expect(page.getByLabel(form.descriptionOf(1))).toHaveValue('Boek')
    await expect(page.getByLabel(form.priceOf(1))).toHaveValue(/9,00/)
    await expect(page.getByLabel(form.vatOf(1))).toHaveValue('low')
  })
})
