import type { Page } from '@playwright/test'
import { type SandboxCodes, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { activate, connect } from './walk/screens.ts'

/** Enters codes as a person does who has a link already. */
async function enter(page: Page, codes: SandboxCodes): Promise<void> {
  await page.goto('/voorkeuren/integraties/e-boekhouden')
  await activate(page, codes)
}

test('codes of other books: staying, going over while an answer is lost, and a new password', async ({
  page,
  program,
  control,
  words,
}) => {
  const texts = words.otherBooks
  const first = await control.newAdministration('Van Dijk Installatie')
  const other = await control.newAdministration('Van Dijk Beheer B.V.')
  await signUp(page, program, 'Van Dijk')
  await connect(page, first)
  const numbers: string[] = []
  const book = async (customer: string) => {
    const number = await finalize(page.request, program, await saveDraft(page.request, program, customer))
    numbers.push(number)
    return number
  }
  const stateOf = async (number: string) => {
    const answer = await page.request.get(`/api/invoices?search=${number}`)
    const { items } = (await answer.json()) as { items: { booksState: string }[] }
    return items[0]?.booksState
  }
  const booked = (number: string) => expect.poll(() => stateOf(number)).toMatch(/^(booked|verified)$/)
  await booked(await book('Bakker Jansen'))
  await booked(await book('Bakkerij Mol'))

  await test.step('the linked administration stands by its name', async () => {
    await page.goto('/voorkeuren/integraties')
    await expect(page.getByText('Van Dijk Installatie')).toBeVisible()
  })

  await test.step('codes of other books ask, and nothing has changed', async () => {
    await enter(page, other)
    await expect(page.getByRole('heading', { level: 1, name: texts.title.other })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Van Dijk Installatie' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Van Dijk Beheer B.V.' })).toBeVisible()
    await expect(page.getByText(texts.bookedTitle(2, 'Van Dijk Installatie'))).toBeVisible()
    await expectAccessible(page, 'Andere boeken')
  })

  await test.step('without a choice the yellow button leads to it', async () => {
    await page.getByRole('button', { name: texts.verbs.none, exact: true }).click()
    await expect(page.getByRole('radio').first()).toBeFocused()
  })

  await test.step('staying keeps the codes of now', async () => {
    await page.getByRole('radio', { name: /Bij Van Dijk Installatie blijven/ }).check()
    await page.getByRole('button', { name: texts.verbs.stay, exact: true }).click()
    await expect(page.getByText(texts.stayed)).toBeVisible()
    await booked(await book('Cafe De Brug'))
    expect((await control.booksOf(first)).mutations).toHaveLength(3)
  })

  const lost = await test.step('an answer is lost', async () => {
    await control.play({
      kind: 'answer_lost',
      moment: 'after',
      operation: 'AddMutatie',
      administration: first.guid,
      times: 1,
    })
    const number = await book('Fam. Ouwehand')
    await expect.poll(async () => (await control.booksOf(first)).mutations.length).toBe(4)
    return number
  })

  await test.step('going over while nobody knows what became of it', async () => {
    await enter(page, other)
    const row = page.getByText(texts.unknownTitle(lost))
    await expect(row.or(page.getByText(texts.bookedTitle(4, 'Van Dijk Installatie')))).toBeVisible()
    await page.getByRole('radio', { name: /Overstappen naar Van Dijk Beheer/ }).check()
    await page.getByRole('button', { name: texts.verbs.switch, exact: true }).click()
    await expect(
      page.getByText(words.integrations.justChangedBooksTitle('Van Dijk Beheer B.V.')),
    ).toBeVisible()
    await booked(await book('Nieuwe Klant'))
    await booked(lost)
    expect((await control.booksOf(first)).mutations.map((it) => it.invoiceNumber)).toContain(lost)
    const there = await control.booksOf(other)
    expect(there.mutations.map((it) => it.invoiceNumber)).toEqual([numbers.at(-1)])
    expect(there.relations).toHaveLength(1)
  })

  await test.step('the log says who decided, and what stays where', async () => {
    await page.goto('/overzicht')
    const log = page.getByRole('region', { name: words.activities.title })
    const entry = log.getByRole('listitem').filter({ hasText: 'De koppeling is overgestapt' })
    await expect(entry.first()).toContainText('Anna de Test')
    await expect(entry.first()).toContainText('Wat in Van Dijk Installatie staat, blijft daar')
  })

  await test.step('a new password of the same books asks nothing', async () => {
    await enter(page, await control.changePassword(other.username))
    await expect(page.getByText(words.integrations.justReplacedTitle)).toBeVisible()
  })
})

test('books that another organization has linked are named, and not taken without a choice', async ({
  page,
  program,
  control,
  words,
}) => {
  const texts = words.otherBooks
  const shared = await control.newAdministration('Gedeelde Boeken')
  await signUp(page, program, 'Kwekerij Zonnedauw')
  await connect(page, shared)
  await page.context().clearCookies()
  await signUp(page, program, 'Tweede')
  await enter(page, shared)
  await expect(page.getByText(texts.warningTitles.linked_elsewhere)).toBeVisible()
  await expect(page.getByText('Kwekerij Zonnedauw')).toHaveCount(0)
  await expectAccessible(page, 'Boeken die al gekoppeld zijn')
  await page.getByRole('button', { name: texts.otherCodes }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.connect.title })).toBeVisible()
})
