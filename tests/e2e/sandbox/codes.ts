import { expect, type Page } from '@playwright/test'
import type { SandboxCodes } from '../program/account.ts'

/** The way the manual sends people, from the first page of the sandbox. */
const way = ['Beheer', 'Inrichting', 'Instellingen', 'Koppelingen', 'API/SOAP', 'Verder']

/** Clicks the way to the three codes, as a person does, and reads them there. */
export async function readCodes(page: Page): Promise<SandboxCodes> {
  for (const name of way) {
    const place = page.getByRole('main').or(page.getByRole('navigation', { name: 'Plaatsen' }))
    await place
      .getByRole('link', { name, exact: true })
      .or(place.getByRole('button', { name }))
      .first()
      .click()
  }
  await expect(page.getByText('dit is niet e-Boekhouden.nl').first()).toBeVisible()
  return {
    username: await valueBeside(page, 'Gebruikersnaam'),
    code1: await valueBeside(page, 'Beveiligingscode 1'),
    code2: await valueBeside(page, 'Beveiligingscode 2'),
  }
}

async function valueBeside(page: Page, label: string): Promise<string> {
  const value = page
    .locator('dt', { hasText: label })
    .locator('xpath=following-sibling::dd[1]')
    .locator('code')
  return ((await value.textContent()) ?? '').trim()
}
