import { codeOf } from '../../api/src/testing/authenticator.ts'
import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { logIn } from './walk/screens.ts'

const password = 'een-lang-wachtwoord'

test('an owner takes a second step, asks it of others, and lets a colleague in; all of it is written down', async ({
  page,
  browser,
  program,
  words: { account, audit, members, shell },
}) => {
  const email = await signUp(page, program)
  await page.goto('/voorkeuren/gebruikers')
  await page.getByLabel(members.askSecondFactor).click()
  await expect(page.getByRole('alert')).toContainText('tweede stap')

  await page.goto('/voorkeuren/account')
  await page.getByRole('button', { name: account.setUpSecondFactor }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(account.password, { exact: true }).fill(password)
  await dialog.getByRole('button', { name: account.setUpGoOn }).click()
  await expect(dialog.getByRole('img', { name: account.scanPicture })).toBeVisible()
  await expectAccessible(page, 'Tweede stap instellen')
  const key = (await dialog.getByRole('code').textContent())?.replaceAll(' ', '') ?? ''
  await dialog.getByLabel(account.firstCode).fill('000000')
  await dialog.getByRole('button', { name: account.secondFactorTurnOn }).click()
  await expect(dialog.getByText('Deze code klopt niet.')).toBeVisible()
  await dialog.getByLabel(account.firstCode).fill(codeOf(`otpauth://totp/x?secret=${key}`))
  await dialog.getByRole('button', { name: account.secondFactorTurnOn }).click()
  const codes = dialog.getByRole('list', { name: account.recoveryCodes }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recoveryCode = (await codes.first().textContent()) ?? ''
  await dialog.getByRole('button', { name: account.recoveryCodesKept }).click()
  await expect(page.getByText('10 van de 10 over')).toBeVisible()

  await page.getByRole('button', { name: shell.menuOf('Testbedrijf') }).click()
  await page.getByRole('menuitem', { name: shell.signOut }).click()
  await logIn(page, { email, password })
  await expect(page.getByRole('heading', { level: 1, name: account.codeTitle })).toBeVisible()
  await expectAccessible(page, 'Tweede stap')
  await page.getByRole('button', { name: account.useRecoveryCode }).click()
  await page.getByLabel(account.recoveryCode).fill(recoveryCode)
  await page.getByRole('button', { name: account.signIn }).click()

  await page.getByRole('button', { name: shell.menuOf('Testbedrijf') }).click()
  await page.getByRole('menuitem', { name: account.own }).click()
  await expect(page.getByText('9 van de 10 over')).toBeVisible()
  await page.goto('/voorkeuren/gebruikers')
  await page.getByLabel(members.askSecondFactor).click()
  await expect(page.getByText(members.secondFactorAsked)).toBeVisible()
  const colleague = `henk-${Date.now()}@voorbeeld.test`
  await page.getByRole('textbox', { name: members.email }).fill(colleague)
  await page.getByRole('button', { name: members.inviteButton }).click()
  await expect(page.getByRole('button', { name: members.copyLink })).toBeVisible()
  await expectAccessible(page, 'Gebruikers')

  const { invitations } = await (await page.request.get('/api/members')).json()
  const other = await (await browser.newContext({ baseURL: program.address })).newPage()
  await other.goto(`/uitnodiging#${invitations[0].token}`)
  await other.getByLabel(account.name).fill('Henk')
  await other.getByLabel(account.password, { exact: true }).fill(password)
  await other.getByRole('button', { name: members.acceptAndSignUp }).click()
  await expect(other.getByRole('button', { name: shell.menuOf('Testbedrijf') })).toBeVisible()
  await other.goto('/voorkeuren/wijzigingen')
  await expect(other.getByText(audit.actions.member_joined)).toHaveCount(0)

  await page.reload()
  await page.getByLabel(members.roleOf('Henk')).selectOption('bookkeeper')
  await expect(page.getByText(members.roleChanged('Henk', members.roles.bookkeeper))).toBeVisible()
  await page.getByRole('button', { name: `${members.remove}: Henk` }).click()
  await page.getByRole('dialog').getByRole('button', { name: members.remove }).click()
  await expect(page.getByText(members.removed('Henk'))).toBeVisible()
  await other.goto('/facturen')
  await expect(other.getByText(members.noOrganization)).toBeVisible()

  await page.goto('/voorkeuren/wijzigingen')
  for (const action of [
    'second_factor_asked',
    'member_invited',
    'member_joined',
    'role_changed',
    'member_removed',
  ] as const)
    await expect(page.getByRole('row', { name: audit.actions[action] })).toBeVisible()
  await expectAccessible(page, 'Wijzigingen')
})
