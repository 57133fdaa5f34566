import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize, invoiceFor, saveDraft } from './program/invoices.ts'
import { activate, connect } from './walk/screens.ts'

const customer = company('Te Herstellen BV')

test('codes that are refused lead from each screen to where they are entered again', async ({
  page,
  program,
  control,
  words,
}) => {
  const administration = await control.newAdministration('Ingetrokken')
  await signUp(page, program, 'Ingetrokken')
  await connect(page, administration)
  const id = await saveDraft(page.request, program, customer.name)
  const allow = await control.play({ kind: 'codes_revoked', administration: administration.guid })
  await page.goto('/voorkeuren/integraties')
  await page.getByRole('button', { name: words.integrations.test }).click()

  await test.step('the page of the link says that it waits, why, and where it is mended', async () => {
    const notice = page.getByRole('alert').filter({ hasText: words.integrations.pausedTitle })
    await expect(notice.getByRole('link', { name: words.mending.codes })).toBeVisible()
    await expectAccessible(page, 'Integraties, de koppeling wacht')
  })
  await test.step('so do the invoice that waits, and the log', async () => {
    await finalize(page.request, program, id)
    await page.goto(`/facturen/${id}`)
    await expect(page.getByRole('link', { name: words.mending.codes })).toBeVisible()
    await page.goto('/overzicht')
    const log = page.getByRole('region', { name: words.activities.title })
    await expect(log.getByRole('link', { name: words.mending.codes }).first()).toBeVisible()
    await expectAccessible(page, 'Overzicht, de koppeling wacht')
  })
  await test.step('the need on the overview leads there, and once they are entered the invoice is booked', async () => {
    const need = page.getByRole('link', { name: new RegExp(`^${words.overview.needsSolve}: `) })
    await need.click()
    await expect(page.getByRole('heading', { level: 1, name: words.connect.title })).toBeVisible()
    await allow()
    await activate(page, administration)
    const booked = async () =>
      (await control.booksOf(administration)).mutations.map(({ invoiceNumber }) => invoiceNumber)
    await expect.poll(booked).toHaveLength(1)
  })
})

test('the address of a field of a customer begins at that field', async ({ page, program, words }) => {
  await signUp(page, program, 'Eén Veld')
  const { id } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  await page.goto(`/klanten/${id}/wijzigen?veld=city`)
  await expect(page.getByLabel(words.customerForm.city)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Kampen')
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.customerForm.savedNotice(customer.name))).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/klanten/${id}$`))
})

test('needs that do not fit on the overview stand in their own list', async ({
  page,
  program,
  control,
  words,
}) => {
  await signUp(page, program, 'Veel Concepten')
  await connect(page, await control.newAdministration('Veel Concepten'))
  const { id: customerId } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  const drafts: string[] = []
  for (let draft = 0; draft < 8; draft++) {
    const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', invoiceFor(customerId))
    drafts.push(id)
  }
  await finalize(page.request, program, drafts[0] ?? '')
  await page.goto('/overzicht')
  await expect(page.getByText(words.overview.needsCount(7))).toBeVisible()
  await page.getByRole('link', { name: words.overview.needsAllDrafts(7) }).click()
  await expect(page).toHaveURL(/\/facturen\?toon=concept$/)
  await expect(page.getByRole('row').filter({ hasText: customer.name })).toHaveCount(7)
})

test('an invoice made final before the link says so everywhere, and offers no link that would not help', async ({
  page,
  program,
  control,
  words,
}) => {
  const { invoicePage, books, status, overview } = words
  await signUp(page, program, 'Later Gekoppeld')
  const id = await saveDraft(page.request, program, customer.name)
  const number = await finalize(page.request, program, id)
  const link = page.getByRole('link', { name: invoicePage.booksConnect })
  await page.goto(`/facturen/${id}`)
  await expect(link).toBeVisible()

  await connect(page, await control.newAdministration('Later Gekoppeld'))
  await page.goto('/overzicht')
  const needs = page.getByRole('region', { name: overview.needsQuestion })
  await expect(needs.getByText(overview.needsCount(1))).toBeVisible()
  await needs.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: invoicePage.title(number) })).toBeVisible()
  await expect(page.getByText(invoicePage.booksByHand)).toBeVisible()
  await expect(page.getByText(status.notConnected, { exact: true }).first()).toBeVisible()
  await expect(page.getByText(books.notConnected)).toHaveCount(0)
  await expect(link).toHaveCount(0)
  await expectAccessible(page, 'Factuur, definitief zonder koppeling')

  await page.getByRole('link', { name: books.leftOut(1) }).click()
  await expect(page).toHaveURL(/\/facturen\?toon=niet-geboekt$/)
  await expect(page.getByRole('link', { name: `${number}, ${customer.name}` })).toBeVisible()
})
