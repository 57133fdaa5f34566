import type { Page } from '@playwright/test'
import type { Screen } from '../program/running-program.ts'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize, invoiceFor } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

/** More than the first few that a row shows. */
const invoiceCount = 30

/** Final invoices of one customer. */
async function finalizeMany(page: Page, program: Screen): Promise<void> {
  const customer = company('Afgesloten Jaar BV')
  const { id } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  for (let made = 0; made < invoiceCount; made += 1) {
    const draft = await post<{ id: string }>(page.request, program, '/api/invoices', invoiceFor(id))
    await finalize(page.request, program, draft.id)
  }
}

test('what failed for one cause stands in one row, and is offered again by one press', async ({
  page,
  program,
  control,
  words,
}) => {
  const { overview: texts, common } = words
  const administration = await control.newAdministration('Afgesloten')
  await signUp(page, program, 'Afgesloten')
  await connect(page, administration)
  const reopen = await control.play({ kind: 'period_closed', administration: administration.guid })
  await finalizeMany(page, program)
  const failed = async () => (await (await page.request.get('/api/overview')).json()).books.failed
  await expect.poll(failed).toBe(invoiceCount)

  await page.goto('/overzicht')
  const needs = page.getByRole('region', { name: texts.needsQuestion })
  await expect(needs.getByText(texts.needsCount(1), { exact: true })).toBeVisible()
  const again = needs.getByRole('button', { name: texts.retryTogether(invoiceCount) })
  await needs.getByText(texts.whichInvoices(invoiceCount)).click()
  await expect(needs.getByRole('link', { name: texts.andOthers(invoiceCount - 5) })).toBeVisible()
  await expectAccessible(page, 'Overzicht, one cause')

  await test.step('while the cause is there, the answer beside the button says so, and the focus stays', async () => {
    await again.click()
    await expect(needs.getByRole('status')).toHaveText(texts.retriedPart(invoiceCount, invoiceCount))
    await expect(again).toBeFocused()
  })

  await test.step('once it is gone, progress in numbers, and then that all are in the books', async () => {
    await reopen()
    // Books that take their time over each, as the real ones do: on a quick machine all are in before anybody sees it.
    const slow = { kind: 'slow', operation: 'AddMutatie', seconds: 0.1 } as const
    await control.play({ ...slow, administration: administration.guid })
    await again.click()
    await expect(needs.getByRole('status')).toHaveText(new RegExp(`^\\d+ van ${invoiceCount} `))
    await expect(needs.getByRole('status')).toHaveText(texts.retriedAll(invoiceCount))
    const close = needs.getByRole('button', { name: common.close })
    await expect(close).toBeFocused()
    await expectAccessible(page, 'Overzicht, offered again')
    await close.click()
    await expect(needs.getByText(texts.needsNothing, { exact: true })).toBeVisible()
  })
})
