import { signUp } from './program/account.ts'
import { expect, test } from './program/fixtures.ts'
import { goTo } from './walk/screens.ts'

test('without a connection the screens say so, stay, and go on by themselves once it is back', async ({
  page,
  context,
  program,
  words,
}) => {
  await signUp(page, program, 'Onderweg')
  await page.goto('/overzicht')
  await expect(page.getByText(words.overview.stepsTitle)).toBeVisible()
  // The other pages are fetched a moment after the first one stands.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /assets\/customers-.*\.js/.test(name))
            .length,
      ),
    )
    .toBeGreaterThan(0)
  await context.setOffline(true)
  const notice = page.getByRole('status').filter({ hasText: words.failures.unreachableTitle })
  await expect(notice).toBeVisible()
  await goTo(page, 'customers')
  await expect(page.getByRole('heading', { level: 1, name: words.customers.title })).toBeVisible()
  await context.setOffline(false)
  await expect(notice).toBeHidden()
  await expect(page.getByText(words.customers.emptyTitle)).toBeVisible()
})
