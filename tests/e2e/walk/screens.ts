import { expect, type Page } from '@playwright/test'
import { textsIn } from '@stella/texts'
import type { SandboxCodes } from '../program/account.ts'

const words = textsIn('nl').screens

/** Goes to a place by the band on top, as a person does. */
export async function goTo(
  page: Page,
  place: 'overview' | 'invoices' | 'customers' | 'preferences' | 'support',
) {
  await page
    .getByRole('navigation', { name: words.shell.places })
    .getByRole('link', { name: words.shell[place] })
    .click()
}

/** Fills in «Inloggen». */
export async function logIn(page: Page, login: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: words.account.email }).fill(login.email)
  await page.getByLabel(words.account.password, { exact: true }).fill(login.password)
  await page.getByRole('button', { name: words.account.signIn }).click()
}

/** Fills in «Activeer koppeling» and presses its button. */
export async function activate(page: Page, codes: SandboxCodes): Promise<void> {
  await page.getByLabel(words.connect.username).fill(codes.username)
  await page.getByLabel(words.connect.code1, { exact: true }).fill(codes.code1)
  await page.getByLabel(words.connect.code2, { exact: true }).fill(codes.code2)
  await page.getByRole('button', { name: words.connect.submit }).click()
}

/** Links the organization that is logged in on this page, by the screens. */
export async function connect(page: Page, codes: SandboxCodes): Promise<void> {
  await page.goto('/voorkeuren/integraties/e-boekhouden')
  await activate(page, codes)
  await expect(page).toHaveURL(/\/voorkeuren\/integraties(\?|$)/)
}

/** Makes a company as a customer, by the screens. */
export async function makeCustomer(page: Page, name: string): Promise<void> {
  const form = words.customerForm
  await page.goto('/klanten/nieuw')
  await page.getByLabel(form.companyName).fill(name)
  await page.getByLabel(form.address).fill('Molenweg 4')
  await page.getByLabel(form.postalCode).fill('3512 JE')
  await page.getByLabel(form.city).fill('Utrecht')
  await page.getByRole('button', { name: form.create }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export interface LineInput {
  description: string
  quantity: string
  price: string
}

/** Chooses the customer of a new draft and fills in its lines; the draft saves itself. */
export async function fillDraft(page: Page, customer: string, lines: LineInput[]): Promise<void> {
  const form = words.invoiceForm
  await page.getByRole('combobox', { name: form.customer }).or(page.getByLabel(form.customer)).first().click()
  await page.keyboard.type(customer)
  const known = page
    .getByRole('option', { name: customer })
    .filter({ hasNotText: form.newCustomerNamed(customer) })
  await known.first().click()
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.getByRole('button', { name: form.addLine }).click()
    await page.getByLabel(form.descriptionOf(at + 1)).fill(line.description)
    await page.getByLabel(form.quantityOf(at + 1)).fill(line.quantity)
    await page.getByLabel(form.priceOf(at + 1)).fill(line.price)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^Bewaard om /)).toBeVisible()
}

/** Presses «Definitief maken» and confirms it; gives the invoice's number. */
export async function makeFinal(page: Page): Promise<string> {
  const form = words.invoiceForm
  await page.getByRole('button', { name: form.finalize }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: form.finalize }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Factuur \d{4}-\d{4,}$/ })
  await expect(heading).toBeVisible()
  return ((await heading.textContent()) ?? '').replace('Factuur ', '')
}
