import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

test('a business that ends its link keeps its overview, and is told that it is no longer linked', async ({
  page,
  program,
  control,
  words,
}) => {
  const { books, integrations, overview } = words
  const administration = await control.newAdministration('Los Verder')
  await signUp(page, program, 'Los Verder')
  await connect(page, administration)
  await control.play({ kind: 'period_closed', administration: administration.guid })
  await finalize(page.request, program, await saveDraft(page.request, program, 'Blijft Staan BV'))
  await page.goto('/voorkeuren/integraties')
  await expect(page.getByRole('link', { name: books.failed(1) })).toBeVisible()

  await page.getByRole('button', { name: integrations.disconnect }).click()
  await page.getByRole('dialog').getByRole('button', { name: integrations.disconnect }).click()
  await expect(page.getByRole('link', { name: books.notConnected })).toBeVisible()
  await expect(page.getByRole('link', { name: books.failed(1) })).toHaveCount(0)

  await page.goto('/overzicht')
  const answer = page.getByRole('region', { name: overview.booksQuestion })
  await expect(answer.getByText(overview.booksDisconnected)).toBeVisible()
  await expect(answer.getByText(overview.booksCount(0, 1))).toBeVisible()
  await expect(page.getByText(overview.stepsTitle)).toHaveCount(0)
  await expectAccessible(page, 'Overzicht, ontkoppeld')
})
