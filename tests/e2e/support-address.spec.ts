import { signIn, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { askHelp } from './program/help.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { supportAddress } from './program/settings.ts'
import { connect } from './walk/screens.ts'

test('whoever must ask the support finds its address in the sentence that says so, and the support what to do', async ({
  page,
  browser,
  program,
  control,
  words,
}) => {
  const organization = 'Vragen & Zonen'
  const administration = await control.newAdministration(organization)
  await signUp(page, program, organization)
  await connect(page, administration)
  const refuse = { kind: 'refused', code: 'CMUT011', operation: 'AddMutatie' } as const
  await control.play({ ...refuse, administration: administration.guid })
  const id = await saveDraft(page.request, program, 'Rekenaars BV')
  const number = await finalize(page.request, program, id)
  const link = page.getByRole('link', { name: words.mending.support })
  const subjectOf = async () => {
    const href = new URL((await link.first().getAttribute('href')) ?? '')
    expect(href.href).toMatch(new RegExp(`^mailto:${supportAddress}\\?`))
    return href.searchParams.get('subject')
  }

  await page.goto('/overzicht')
  const log = page.getByRole('region', { name: words.activities.title })
  await expect(log.getByRole('link', { name: words.mending.support })).toBeVisible()
  expect(await subjectOf()).toMatch(new RegExp(`^${organization}: .*${number}`))
  await expectAccessible(page, 'Overzicht, the support must be asked')

  await page.goto(`/facturen/${id}`)
  await expect(link).toHaveCount(1)
  expect(await subjectOf()).toBe(`${organization}: ${words.invoicePage.failedTitle(number)}`)
  await expectAccessible(page, 'Factuur, the support must be asked')

  await askHelp(page.request, program, { kind: 'invoice', id })
  const desk = await browser.newContext({ baseURL: program.address, locale: 'nl-NL' })
  const window = await desk.newPage()
  await signIn(window, program, program.support)
  await window.goto('/support')
  const failed = window.getByRole('region', { name: words.support.bookings })
  await failed.getByRole('row').filter({ hasText: organization }).getByRole('link').first().click()
  await expect(window.getByText(/^Leg de btw-bedragen in de uitwisseling hieronder naast/)).toBeVisible()
  await expect(window.getByRole('link', { name: words.mending.support })).toHaveCount(0)
  await desk.close()
})
