import type { Locator, Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { saveDraft } from './program/invoices.ts'
import { activate } from './walk/screens.ts'

test('after codes that were refused, the focus is at the field that is to blame', async ({
  page,
  program,
  control,
  words,
}) => {
  const { connect } = words
  const codes = await control.newAdministration('Verkeerde Codes')
  await signUp(page, program, 'Verkeerde Codes')
  await page.goto('/voorkeuren/integraties/e-boekhouden')
  const [username, code2] = [
    page.getByLabel(connect.username),
    page.getByLabel(connect.code2, { exact: true }),
  ]

  await activate(page, { ...codes, code2: '00000000-0000-0000-0000-000000000000' })
  await expect(code2).toHaveAttribute('aria-invalid', 'true')
  await expect(code2).toBeFocused()
  const notice = page.getByRole('alert').filter({ hasText: connect.failedTitle })
  await expect(notice).toBeVisible()
  await expectAccessible(page, 'Activeer koppeling, geweigerd')

  await test.step('and once that is mended nothing is red, nor said to be', async () => {
    await code2.fill(codes.code2)
    await expect(code2).not.toHaveAttribute('aria-invalid', 'true')
    await expect(notice).toBeHidden()
  })
  await test.step('also where the first field is to blame, and where none is', async () => {
    await activate(page, { ...codes, username: 'niemand' })
    await expect(username).toBeFocused()
    const away = await control.play({ kind: 'http_error', status: 503, administration: codes.guid })
    await activate(page, codes)
    await expect(notice).toBeVisible()
    await expect(page.getByRole('button', { name: connect.submit })).toBeFocused()
    await away()
  })
})

test('n begins in the first field of what it makes', async ({ page, program, words }) => {
  await signUp(page, program, 'Met Een Toets')
  for (const [place, title, field] of [
    ['/facturen', words.invoices.title, words.invoiceForm.customer],
    ['/klanten', words.customers.title, words.customerForm.companyName],
  ] as const) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.locator(':focus')).toHaveAccessibleName(field)
  }
})

test('Esc gives the focus back to what asked', async ({ page, program, words }) => {
  await signUp(page, program, 'Toch Niet')
  const { apiKeys, invoiceForm, shell } = words
  await post(page.request, program, '/api/api-keys', { name: 'winkel' })

  await page.goto(`/facturen/${await saveDraft(page.request, program, 'Bedenktijd')}`)
  await expect(page.getByText(words.bookingPreview.title)).toBeVisible()
  await expectFocusBack(page, page.getByRole('button', { name: invoiceForm.finalize }).first())

  await page.goto('/voorkeuren/api')
  const revoke = page.getByRole('button', { name: apiKeys.revokeOf('winkel') })
  await expectFocusBack(page, revoke)
  await test.step('and so does a menu', async () => {
    const menu = page.getByRole('button', { name: shell.menuOf('Toch Niet') })
    await menu.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toBeFocused()
  })
  await test.step('and where what asked is gone, reading goes on at the content', async () => {
    await revoke.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: apiKeys.revoke }).press('Enter')
    await expect(revoke).toBeHidden()
    await expect(page.locator('#inhoud')).toBeFocused()
  })
})

async function expectFocusBack(page: Page, button: Locator): Promise<void> {
  await button.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
}
