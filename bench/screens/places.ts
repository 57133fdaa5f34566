import type { Page } from '@playwright/test'
import { textsIn } from '@stella/texts'

const words = textsIn('nl').screens

/** A business with enough in it for its lists to be full. */
export interface Business {
  draftId: string
}

/** A screen that is measured. */
export interface Place {
  name: string
  /** Whether somebody is signed in there. */
  isSignedIn: boolean
  address: (business: Business) => string
  /** What somebody does there first; each press is an interaction. */
  act: (page: Page) => Promise<void>
}

export const places: readonly Place[] = [
  {
    name: 'sign-in',
    isSignedIn: false,
    address: () => '/inloggen',
    act: async (page) => {
      await page.getByRole('textbox', { name: words.account.email }).click()
      await page.keyboard.type('iemand@voorbeeld.test')
    },
  },
  {
    name: 'overview',
    isSignedIn: true,
    address: () => '/overzicht',
    act: async (page) => {
      await page.getByRole('link', { name: words.shell.invoices, exact: true }).first().click()
      await page.getByRole('heading', { level: 1, name: words.invoices.title }).waitFor()
    },
  },
  {
    name: 'invoices',
    isSignedIn: true,
    address: () => '/facturen',
    act: async (page) => {
      await page.getByRole('searchbox').first().click()
      await page.keyboard.type('bakkerij')
    },
  },
  {
    name: 'a draft',
    isSignedIn: true,
    address: ({ draftId }) => `/facturen/${draftId}`,
    act: async (page) => {
      await page.getByLabel(words.invoiceForm.descriptionOf(1)).click()
      await page.keyboard.type(' en meer')
      await page.getByRole('button', { name: words.invoiceForm.addLine }).click()
    },
  },
  {
    name: 'customers',
    isSignedIn: true,
    address: () => '/klanten',
    act: async (page) => {
      await page.keyboard.press('n')
      await page.getByLabel(words.customerForm.companyName).waitFor()
    },
  },
  {
    name: 'preferences',
    isSignedIn: true,
    address: () => '/voorkeuren',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('bakkerij')
    },
  },
]
