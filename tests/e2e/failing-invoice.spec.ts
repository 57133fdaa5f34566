import { signIn, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { askHelp } from './program/help.ts'
import { finalize, leaveDraft, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

test('an invoice that fails is explained in the log, and support offers it again', async ({
  page,
  browser,
  program,
  control,
  words,
}) => {
  const organization = 'Zwolse Sloten'
  const administration = await control.newAdministration(organization)
  await signUp(page, program, organization)
  await connect(page, administration)
  const reopen = await control.play({ kind: 'period_closed', administration: administration.guid })
  const id = await saveDraft(page.request, program, 'Gesloten Boeken')
  await page.goto('/overzicht')
  const number = await finalize(page.request, program, id)
  const log = page.getByRole('region', { name: words.activities.title })

  await test.step('the log shows it by itself, with the reason in Dutch', async () => {
    const entry = log.locator('li[data-outcome=failure]').filter({ hasText: number })
    await expect(entry.first()).toBeVisible()
    await expect(entry.first()).toContainText(/afgesloten|gesloten/i)
    await expect(entry.first()).not.toContainText('CMUT')
    const way = entry.first().getByRole('link', { name: words.mending.invoice })
    await expect(way).toHaveAttribute('href', `/facturen/${id}`)
    await expectAccessible(page, 'Overzicht with a failed invoice')
  })

  await test.step('the invoice says what happened, why, and who must do what', async () => {
    await page.goto(`/facturen/${id}`)
    for (const question of [
      words.invoicePage.whatHappened,
      words.invoicePage.why,
      words.invoicePage.whoDoesWhat,
    ]) {
      await expect(page.getByText(question)).toBeVisible()
    }
    await expectAccessible(page, 'Factuur, mislukt')
  })

  const { cases, supportCases } = words
  await test.step('«Vraag hulp» asks the support, and lets it look for a day', async () => {
    await page.getByRole('link', { name: cases.ask }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(cases.askTitle.invoice(number))
    await page.getByLabel(cases.question).fill('Is de periode echt dicht?')
    await expectAccessible(page, 'Vraag hulp')
    await page.getByRole('button', { name: cases.send }).click()
    await expect(page.getByRole('heading', { name: cases.watching })).toBeVisible()
    await expectAccessible(page, 'Zaak of the customer')
  })

  await test.step('support sees it with its cause, answers, and offers it again once the cause is gone', async () => {
    const desk = await browser.newContext({ baseURL: program.address, locale: 'nl-NL' })
    const window = await desk.newPage()
    await signIn(window, program, program.support)
    await window.goto('/support')
    await expectAccessible(window, 'Support')
    await window.getByRole('row').filter({ hasText: organization }).getByRole('link').first().click()
    await expect(window.getByRole('heading', { level: 1 })).toContainText(number)
    await expect(window.getByText('Is de periode echt dicht?')).toBeVisible()
    await window.getByRole('textbox').fill('Ja. Vraag uw boekhouder haar te openen.')
    await window.getByRole('button', { name: supportCases.sendAnswer }).click()
    await expect(page.getByText('Ja. Vraag uw boekhouder haar te openen.')).toBeVisible()
    await expectAccessible(window, 'Support, one case')
    await window.getByRole('link', { name: supportCases.toAttempts }).click()
    await expect(window.getByText('AddMutatie').first()).toBeVisible()
    for (const code of [administration.code1, administration.code2]) {
      await expect(window.getByText(code)).toHaveCount(0)
    }
    await expectAccessible(window, 'Support, one booking')
    await test.step('and copies the address where the user can do something about it', async () => {
      await desk.grantPermissions(['clipboard-read', 'clipboard-write'])
      await window.getByRole('button', { name: words.support.copyAddress }).click()
      const copied = () => window.evaluate(() => navigator.clipboard.readText())
      await expect.poll(copied).toBe(`${program.address}/facturen/${id}`)
    })
    await reopen()
    await window.getByRole('button', { name: words.support.retry }).click()
    const booked = async () =>
      (await control.booksOf(administration)).mutations.map(({ invoiceNumber }) => invoiceNumber)
    await expect.poll(booked).toEqual([number])
    await window.goBack()
    await window.getByRole('button', { name: supportCases.close }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('button', { name: supportCases.close }).click()
    await expect(window.getByText(supportCases.states.closed, { exact: true })).toBeVisible()
    await desk.close()
  })

  await test.step('the case says that it is solved, who looked, and that nobody can any more', async () => {
    await expect(page.getByText(cases.outcomes.mended)).toBeVisible()
    await expect(page.getByRole('heading', { name: cases.notWatching })).toBeVisible()
    await expect(page.getByText(new RegExp(`${cases.looks.closed}$`))).toBeVisible()
  })

  await test.step('the log says that it was booked after all', async () => {
    await page.goto('/overzicht')
    const success = log.locator('li[data-outcome=success]').filter({ hasText: number })
    await expect(success.first()).toBeVisible()
    // What came before it is one step away.
    await success.first().locator('summary').first().click()
    const failure = log.locator('li[data-outcome=failure]').filter({ hasText: number })
    await expect(failure.first().getByRole('img', { name: words.activities.outcomeSuperseded })).toBeVisible()
    await expect(failure.first().getByRole('link', { name: words.activities.wentOn })).toBeVisible()
    await expectAccessible(page, 'Overzicht with a failure that was mended')
    await log.getByRole('link', { name: words.activities.failed }).click()
    await expect(page.getByText(words.activities.noneFound)).toBeVisible()
  })
})

test('support finds a relation that failed without an invoice, and a connection that waits', async ({
  page,
  browser,
  program,
  control,
  words,
}) => {
  const organization = 'Deventer Deuren'
  const administration = await control.newAdministration(organization)
  await signUp(page, program, organization)
  await connect(page, administration)
  const refusal = { kind: 'refused', code: 'XYZ999', operation: 'AddRelatie' } as const
  const accept = await control.play({ ...refusal, administration: administration.guid })
  const draft = await saveDraft(page.request, program, 'Klant Geweigerd')
  await leaveDraft(page.request, program, draft)
  const { customerId } = await (await page.request.get(`/api/invoices/${draft}`)).json()
  await askHelp(page.request, program, { kind: 'customer', id: customerId })
  const desk = await browser.newContext({ baseURL: program.address, locale: 'nl-NL' })
  const window = await desk.newPage()
  await signIn(window, program, program.support)
  await window.goto('/support')
  const rowIn = (list: string) =>
    window.getByRole('region', { name: list }).getByRole('row').filter({ hasText: organization })

  await test.step('the relation stands on the desk with its cause, and is offered again', async () => {
    const row = rowIn(words.support.relations)
    await expect(row).toContainText('XYZ999')
    await row.getByRole('link').click()
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Klant Geweigerd')
    const said = window.locator('details').filter({ hasText: 'AddRelatie' }).last()
    await said.locator('summary').first().click()
    await expect(said.getByText('XYZ999')).toBeVisible()
    await expectAccessible(window, 'Support, one relation')
    await accept()
    await window.getByRole('button', { name: words.support.retry }).click()
    const relations = async () => (await control.booksOf(administration)).relations.map(({ name }) => name)
    await expect.poll(relations).toEqual(['Klant Geweigerd'])
  })

  await test.step('so does the connection, with its cause and how many invoices wait', async () => {
    const refuseCodes = { kind: 'refused', code: 'E001.1', administration: administration.guid } as const
    const acceptCodes = await control.play(refuseCodes)
    await finalize(page.request, program, await saveDraft(page.request, program, 'Klant Wacht'))
    await askHelp(page.request, program, { kind: 'connection' })
    await window.goto('/support')
    const row = rowIn(words.support.connections)
    await expect(row).toContainText(words.support.waitingInvoices(1))
    await expect(row).toContainText('beveiligingscode 1')
    await expectAccessible(window, 'Support, a connection that waits')
    await acceptCodes()
  })
  await desk.close()
})
