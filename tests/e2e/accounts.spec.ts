import { expect, expectAccessible, test } from './program/fixtures.ts'
import { logIn } from './walk/screens.ts'

test('an account is made, logs out and in again, and each organization sees its own', async ({
  page,
  words,
}) => {
  const email = `nieuw-${Date.now()}@voorbeeld.test`
  const password = 'drie gewone woorden'
  await page.goto('/account-aanmaken')
  await expectAccessible(page, 'Account aanmaken')
  await page.getByLabel(words.account.name).fill('Jan Jansen')
  await page.getByLabel(words.account.organizationName).fill('Jansen Tuinen')
  await page.getByRole('textbox', { name: words.account.email }).fill(email)
  await page.getByLabel(words.account.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.account.signUp }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.overview.title })).toBeVisible()
  await expect(page.getByText(words.overview.stepsTitle)).toBeVisible()

  await page.getByRole('button', { name: words.shell.menuOf('Jansen Tuinen') }).click()
  await page.getByRole('menuitem', { name: words.shell.signOut }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.account.signIn })).toBeVisible()
  await page.goto('/klanten')
  await expect(page.getByRole('heading', { level: 1, name: words.account.signIn })).toBeVisible()

  await logIn(page, { email, password: 'een verkeerd woord' })
  await expect(page.getByRole('alert')).toContainText(words.account.signInFailed)
  await expectAccessible(page, 'Inloggen, geweigerd')
  await logIn(page, { email, password })
  await expect(page.getByRole('heading', { level: 1, name: words.customers.title })).toBeVisible()
})

test('a taken address and a short password are refused at the field', async ({ page, program, words }) => {
  await page.goto('/account-aanmaken')
  const fill = async (email: string, password: string) => {
    await page.getByLabel(words.account.name).fill('Jan')
    await page.getByLabel(words.account.organizationName).fill('Jansen')
    await page.getByRole('textbox', { name: words.account.email }).fill(email)
    await page.getByLabel(words.account.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: words.account.signUp }).click()
  }
  await fill('jan@voorbeeld.test', 'kort')
  await expect(page.getByText('Kies een wachtwoord van minstens 10 tekens.')).toBeVisible()
  await fill(program.demo.email, 'lang genoeg wachtwoord')
  await expect(page.getByText('Er is al een account met dit e-mailadres.').first()).toBeVisible()
  await expectAccessible(page, 'Account aanmaken, geweigerd')
})
