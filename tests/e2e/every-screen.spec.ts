import type { Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'

const customer = {
  kind: 'person',
  name: 'Eva <& "Groen", erven van wijlen A.B.C. van Haersolte-Oosterwijk tot Laag-Keppel',
  address: 'Laan 3',
  postalCode: '2011 AB',
  city: 'Hoog-Keppel aan de Oude IJssel',
  email: 'de.erven.van.haersolte@een-heel-lang-adres.voorbeeld.test',
}

/** Widths and colour schemes are independent of each other, so two of the four pairs show all there is. */
const looks = [
  { name: 'wide', colorScheme: 'light', width: 1440, height: 900, narrowest: 769 },
  { name: 'phone', colorScheme: 'dark', width: 390, height: 844, narrowest: 320 },
] as const

test.describe.configure({ mode: 'parallel' })

for (const { name, colorScheme, narrowest, ...viewport } of looks) {
  test(`every screen is accessible, ${name}, ${colorScheme}`, async ({ page, program }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signUp(page, program)
    const addresses = [
      '/overzicht',
      '/facturen',
      '/klanten',
      '/facturen/nieuw',
      '/klanten/nieuw',
      '/producten',
      '/producten/nieuw',
    ]
    addresses.push('/voorkeuren/bedrijf', '/voorkeuren/integraties', '/voorkeuren/integraties/e-boekhouden')
    addresses.push(
      '/voorkeuren',
      '/voorkeuren/api',
      '/voorkeuren/account',
      '/voorkeuren/mail',
      '/postvak',
      '/hulp',
      '/nergens',
    )
    const { id: customerId } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
    const draft = await post<{ id: string }>(page.request, program, '/api/invoices', {
      customerId,
      invoiceDate: '2026-11-22',
      paymentTermDays: 14,
      description: 'Tuin',
      lines: [{ description: 'Snoeien', quantity: '1234.5678', unitPrice: '999.9999', vatTreatment: 'low' }],
    })
    addresses.push(`/klanten/${customerId}`, `/klanten/${customerId}/wijzigen`, `/facturen/${draft.id}`)
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      await expectAccessible(page, address)
      if (name === 'phone') await expectVisibleLabels(page, address)
      await expectNothingSideways(page, address)
      await page.setViewportSize({ ...viewport, width: narrowest })
      await expectNothingSideways(page, address)
      await page.setViewportSize(viewport)
    }
  })
}

/** A page that can be scrolled sideways loses its reader on a phone. */
async function expectNothingSideways(page: Page, address: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${address} is wider than the window`).toBeLessThanOrEqual(0)
}

/**
 * Every field has its name in sight; a name for screen readers alone leaves empty boxes. Only a search says by its
 * sign and its place what it is. On a wide screen the heads of columns may name fields, so this looks at phones. What
 * is in sight elsewhere may be the name of a field that says so, as the number of an invoice is of the box to choose it.
 */
async function expectVisibleLabels(page: Page, address: string): Promise<void> {
  const unnamed = await page
    .locator('main :is(input, select, textarea):not([type=hidden], [type=search])')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[])
        .filter((field) => {
          const named = (field.getAttribute('aria-labelledby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id))
          const labels = [...(field.labels ?? []), ...named].filter(
            (label) => label !== null && label.offsetWidth > 1 && label.textContent,
          )
          // Heads that only screen readers meet on a phone.
          const isClipped = (field.closest('thead')?.clientWidth ?? 2) <= 1
          return field.checkVisibility() && !isClipped && labels.length === 0
        })
        .map((field) => field.outerHTML),
    )
  expect(unnamed, `fields of ${address} without a label in sight`).toEqual([])
}
