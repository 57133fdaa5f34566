import { expect, type Page } from '@playwright/test'
import type { SandboxCodes } from '../program/account.ts'

/** The way the manual sends people, after «Beheer» among the places of the sandbox. */
const way = ['Inrichting', 'Instellingen', 'Koppelingen', 'API/SOAP']

/** Clicks the way to the three codes, as a person does, and reads them there. */
export async function readCodes(page: Page): Promise<SandboxCodes> {
  const main = page.getByRole('main')
  await page.getByRole('navigation', { name: 'Plaatsen' }).getByRole('link', { name: 'Beheer' }).click()
  for (const name of way) {
    await main.getByRole('link', { name }).first().click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await main.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByText('dit is niet e-Boekhouden.nl').first()).toBeVisible()
  return {
    username: await page.getByRole('textbox', { name: 'Gebruikersnaam' }).inputValue(),
    code1: await page.getByRole('textbox', { name: 'Beveiligingscode 1' }).inputValue(),
    code2: await page.getByRole('textbox', { name: 'Beveiligingscode 2' }).inputValue(),
  }
}
