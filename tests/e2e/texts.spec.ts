import { signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { fillDraft, makeCustomer, makeFinal } from './walk/screens.ts'

const odd = 'Kaas & «ham» <b>vet</b> "à la carte" l\'été 🧀'

test('signs, quotes and emoji stay what they are, and wrong lines are named at their field', async ({
  page,
  program,
  words,
}) => {
  await signUp(page, program, 'Vreemde Tekens')
  await makeCustomer(page, odd)
  await page.goto('/facturen/nieuw')
  await fillDraft(page, odd, [{ description: odd, quantity: '1', price: '8,00' }])
  const description = `${odd} ${'lang '.repeat(60)}`.slice(0, 300).trim()
  await page.getByLabel(words.invoiceForm.reference).fill(description)

  await page.getByLabel(words.invoiceForm.priceOf(1)).fill('9,99,')
  await page.getByRole('button', { name: words.invoiceForm.finalize }).first().click()
  await expect(page.getByText(words.invoiceForm.notANumber).first()).toBeVisible()
  await expect(page.getByLabel(words.invoiceForm.priceOf(1))).toHaveValue('9,99,')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByLabel(words.invoiceForm.priceOf(1)).fill('10,00')
  await page.keyboard.press('Tab')
  await expect(page.getByText('eindigt daar op «…»').first()).toBeVisible()
  await makeFinal(page)
  await expect(page.getByText(description)).toBeVisible()
  await expect(page.getByText(odd, { exact: true }).first()).toBeVisible()
})
