import type { Page } from '@playwright/test'

/** What the list of relations of the first administration shows. */
export async function relationsIn(page: Page, sandbox: string): Promise<string> {
  await page.goto(sandbox)
  await goTo(page, 'Relaties')
  return textOf(page)
}

/** Opens the mutation of an invoice and gives what its page shows, with spaces as a person reads them.
 * @throws Error when it is not in the books yet: a page that stands would never show it */
export async function openMutation(page: Page, sandbox: string, invoiceNumber: string): Promise<string> {
  await page.goto(sandbox)
  await goTo(page, 'Mutaties')
  const row = page.getByRole('row').filter({ hasText: invoiceNumber })
  if ((await row.count()) === 0) throw new Error(`no mutation of ${invoiceNumber} yet`)
  await row.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: /^Mutatie \d+$/ }).waitFor()
  return textOf(page)
}

async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Plaatsen' })
    .getByRole('link', { name: place, exact: true })
    .click()
  await page.getByRole('heading', { level: 1, name: place }).waitFor()
}

async function textOf(page: Page): Promise<string> {
  return ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')
}
