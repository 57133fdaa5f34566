import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { activate, goTo } from './walk/screens.ts'

test('wrong, swapped, empty and padded codes', async ({ page, program, control, words }) => {
  const codes = await control.newAdministration('Codes')
  await signUp(page, program)
  await page.goto('/voorkeuren/integraties/e-boekhouden')
  const alert = page.getByRole('alert').filter({ hasText: words.connect.failedTitle })

  await test.step('empty fields are named, each at its field', async () => {
    await page.getByRole('button', { name: words.connect.submit }).click()
    await expect(page.getByText(words.connect.required)).toHaveCount(3)
    await expectAccessible(page, 'Activeer koppeling, leeg')
  })

  await test.step('a wrong code 2 is refused, and nothing is stored', async () => {
    await activate(page, { ...codes, code2: 'fout' })
    await expect(alert).toContainText(words.connect.nothingStored)
    const field = page.getByLabel(words.connect.code2, { exact: true })
    await expect(field).toHaveAccessibleDescription(/herkent code 2 niet/)
    await expectAccessible(page, 'Activeer koppeling, geweigerd')
  })

  await test.step('swapped codes are refused', async () => {
    await activate(page, { ...codes, code1: codes.code2, code2: codes.code1 })
    await expect(alert).toBeVisible()
    await goTo(page, 'preferences')
    await page.getByRole('link', { name: words.preferences.integrations, exact: true }).click()
    await expect(page.getByRole('link', { name: words.integrations.connect })).toBeVisible()
  })

  await test.step('spaces around the codes, as copying brings them along, are harmless', async () => {
    await page.goto('/voorkeuren/integraties/e-boekhouden')
    await activate(page, {
      username: ` ${codes.username}  `,
      code1: `\t${codes.code1} `,
      code2: ` ${codes.code2}\n`,
    })
    await expect(page).toHaveURL(/\/voorkeuren\/integraties(\?|$)/)
    await expect(page.getByText(words.status.linked, { exact: true })).toBeVisible()
    for (const code of [codes.code1, codes.code2]) await expect(page.getByText(code)).toHaveCount(0)
  })
})
