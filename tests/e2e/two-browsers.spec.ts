import type { Page } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { invoiceFor, saveDraft } from './program/invoices.ts'
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
  for (const button of buttons) await expect(button).toBeEnabled()
  // Not click(), which waits for a button that stands still: by then the other has made it final, and it is gone.
  await Promise.all(buttons.map((button) => button.dispatchEvent('click')))
  for (const window of [page, other]) {
    await expect(window.getByRole('heading', { level: 1, name: 'Factuur 2031-0001' })).toBeVisible()
  }
  const booked = async () =>
    (await control.booksOf(administration)).mutations.map((mutation) => mutation.invoiceNumber)
  await expect.poll(booked).toEqual(['2031-0001'])
  await goTo(page, 'invoices')
  await expect(page.getByRole('link', { name: '2031-0001' })).toHaveCount(1)
  await expect(page.getByText('2031-0002')).toHaveCount(0)
})

test('making a draft final that was changed elsewhere leads to the newest version, and then works', async ({
  page,
  program,
  words,
}) => {
  const form = words.invoiceForm
  await signUp(page, program, 'Tweede Venster')
  const id = await saveDraft(page.request, program, 'Verouderd')
  await page.goto(`/facturen/${id}`)
  await expect(page.getByLabel(form.descriptionOf(1))).toHaveValue('Slot')
  const { customerId, revision } = await read(page, program, id)
  const [line] = invoiceFor(customerId).lines
  const newer = { ...invoiceFor(customerId), lines: [{ ...line, description: 'Cilinder' }], revision }
  await post(page.request, program, `/api/invoices/${id}`, newer, 'PUT')

  const makeFinal = page.getByRole('button', { name: form.finalize })
  await makeFinal.first().click()
  await page.getByRole('dialog').getByRole('button', { name: form.finalize }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const notice = page.getByRole('alert').filter({ hasText: form.conflictTitle })
  await expect(notice).toContainText(form.conflictOlder)
  await expect(notice).toBeInViewport()
  await expectAccessible(page, 'Concept, ergens anders gewijzigd')
  // Nothing is asked about a version that is known to be old.
  await makeFinal.first().click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await notice.getByRole('button', { name: form.conflictReload }).click()
  await expect(page.getByLabel(form.descriptionOf(1))).toHaveValue('Cilinder')
  await expect(notice).toBeHidden()
  await makeFinal.first().click()
  await page.getByRole('dialog').getByRole('button', { name: form.finalize }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Factuur \d{4}-0001$/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Cilinder' })).toBeVisible()
})

async function read(page: Page, program: Screen, id: string) {
  const answer = await page.request.get(new URL(`/api/invoices/${id}`, program.address).href)
  return (await answer.json()) as { customerId: string; revision: number }
}
