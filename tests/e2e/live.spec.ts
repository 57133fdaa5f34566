import { signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { finalize, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

test('what happened between reading a page and hearing of news is shown by itself', async ({
  page,
  program,
  control,
  words,
}) => {
  const administration = await control.newAdministration('Net Gemist')
  await signUp(page, program, 'Net Gemist')
  await connect(page, administration)
  const id = await saveDraft(page.request, program, 'Vroege Vogel')
  const released = Promise.withResolvers<void>()
  await page.route('**/api/activities/stream', async (route) => {
    await released.promise
    await route.continue()
  })
  await page.goto('/overzicht')
  const log = page.getByRole('region', { name: words.activities.title })
  await expect(log.getByText(/koppeling/i).first()).toBeVisible()
  const number = await finalize(page.request, program, id)
  await expect
    .poll(async () =>
      (await control.booksOf(administration)).mutations.map(({ invoiceNumber }) => invoiceNumber),
    )
    .toEqual([number])
  const state = async () => {
    const answer = await page.request.get(`/api/invoices/${id}`)
    return ((await answer.json()) as { books: { state: string } }).books.state
  }
  await expect.poll(state).not.toBe('waiting')
  await expect(log.getByText(number)).toHaveCount(0)
  released.resolve()
  await expect(log.getByText(number).first()).toBeVisible()
})
