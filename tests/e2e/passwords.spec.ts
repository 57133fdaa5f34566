import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { logIn } from './walk/screens.ts'

const password = 'een-lang-wachtwoord'

test('a forgotten password is replaced by the link of a letter, once', async ({
  page,
  program,
  words: { account, overview },
  mailFolder,
  browser,
}) => {
  const email = await signUp(page, program)
  const stranger = await (await browser.newContext({ baseURL: program.address })).newPage()
  await stranger.goto('/inloggen')
  await stranger.getByRole('link', { name: account.forgotPassword }).click()
  await expectAccessible(stranger, 'Wachtwoord vergeten')
  await stranger.getByRole('textbox', { name: account.email }).fill('geen adres')
  await stranger.getByRole('button', { name: account.resetAsk }).click()
  await expect(stranger.getByText('Dit is geen e-mailadres.')).toBeVisible()
  await stranger.getByRole('textbox', { name: account.email }).fill(email)
  await stranger.getByRole('button', { name: account.resetAsk }).click()
  await expect(stranger.getByRole('heading', { name: account.resetAskedTitle })).toBeVisible()
  await expect(stranger.getByText(account.resetAskedInFolder)).toBeVisible()
  await expectAccessible(stranger, 'Aangevraagd')

  await expect.poll(() => linkFor(mailFolder, email)).not.toBeNull()
  const link = (await linkFor(mailFolder, email)) ?? ''
  await stranger.goto(link)
  await expectAccessible(stranger, 'Nieuw wachtwoord')
  await stranger.getByLabel(account.newPassword, { exact: true }).fill('kort')
  await stranger.getByRole('button', { name: account.newPasswordTitle }).click()
  await expect(stranger.getByText('Kies een wachtwoord van minstens 10 tekens.')).toBeVisible()
  await stranger.getByLabel(account.newPassword, { exact: true }).fill('heel iets anders')
  await stranger.getByRole('button', { name: account.newPasswordTitle }).click()
  await expect(stranger.getByText(account.newPasswordChosen)).toBeVisible()

  await logIn(stranger, { email, password })
  await expect(stranger.getByRole('alert')).toContainText(account.signInFailed)
  await logIn(stranger, { email, password: 'heel iets anders' })
  await expect(stranger.getByRole('heading', { level: 1, name: overview.title })).toBeVisible()

  await page.goto('/overzicht')
  await expect(page.getByRole('heading', { level: 1, name: account.signIn })).toBeVisible()
  await page.goto(link)
  await page.getByLabel(account.newPassword, { exact: true }).fill('nog iets heel anders')
  await page.getByRole('button', { name: account.newPasswordTitle }).click()
  await expect(page.getByRole('alert')).toContainText('Vraag een nieuwe aan')
})

test('who knows the password changes it at «Mijn account», and stays in', async ({
  page,
  program,
  words: { account },
}) => {
  const email = await signUp(page, program)
  await page.goto('/voorkeuren')
  await page.getByRole('link', { name: account.own }).click()
  await expect(page.getByText(email)).toBeVisible()
  await page.getByLabel(account.currentPassword, { exact: true }).fill('niet dit')
  await page.getByLabel(account.newPassword, { exact: true }).fill('heel iets anders')
  await page.getByRole('button', { name: account.changePassword }).click()
  await expect(page.getByText('Dit is niet uw huidige wachtwoord.')).toBeVisible()
  await page.getByLabel(account.currentPassword, { exact: true }).fill(password)
  await page.getByRole('button', { name: account.changePassword }).click()
  await expect(page.getByText(account.passwordChanged)).toBeVisible()
  await expect(page.getByLabel(account.currentPassword, { exact: true })).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: account.own })).toBeVisible()
})

/** The link to choose a password in the letter to this address, once it has been written. */
async function linkFor(folder: string, email: string): Promise<string | null> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of names.filter((name) => name.endsWith('.eml'))) {
    const letter = await simpleParser(readFileSync(join(folder, name)))
    const isTo = [letter.to].flat().some((to) => to?.text.includes(email))
    const [link] = /http\S+\/nieuw-wachtwoord#\S+/.exec(letter.text ?? '') ?? []
    if (isTo && link !== undefined) return link
  }
  return null
}
