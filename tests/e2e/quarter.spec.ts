import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

/** From the list of administrations on: to «Aansluiting», and for each of the three what mends it, and the file. */
const MOST_CLICKS = 8

test('the quarter of a bookkeeper: three wrong ones among many are found, mended and put in the file', async ({
  page,
  program,
  control,
  words,
}) => {
  const { reconciliation, organizations } = words
  const many = 24
  await signUp(page, program, 'Bakkerij De Ochtend')
  const administration = await control.newAdministration('Bakkerij De Ochtend')
  await post(page.request, program, '/api/connection', codesOf(administration), 'PUT')
  const make = <Answer>(path: string, data: unknown) => post<Answer>(page.request, program, path, data)
  const { id: customerId } = await make<{ id: string }>('/api/customers', company('Hotel Zeezicht'))
  for (let at = 0; at < many; at += 1) {
    const lines = [{ description: 'Brood', quantity: '1', unitPrice: String(40 + at), vatTreatment: 'low' }]
    const draft = { customerId, invoiceDate: `2026-1${at % 2}-0${1 + (at % 9)}`, paymentTermDays: 14, lines }
    const { id } = await make<{ id: string }>('/api/invoices', draft)
    await make(`/api/invoices/${id}/finalization`, {})
  }
  const mutations = async () => (await control.booksOf(administration)).mutations
  await expect.poll(async () => (await mutations()).length).toBe(many)
  const [first, , , fourth] = await mutations()
  if (first === undefined || fourth === undefined) throw new Error('nothing was booked')
  const { removeMutation, changeMutation, bookMutation } = control.by(administration)
  const other = { lines: [{ amountExcl: '999.00', vatCode: 'LAAG_VERK_9', ledgerAccount: '8000' }] }
  const cash = { kind: 'GeldOntvangen', date: '2026-11-14', account: '1000' } as const
  await removeMutation(first.number)
  await changeMutation(fourth.number, other)
  const extra = await bookMutation({ ...cash, description: 'Kasverkoop open dag', ...other })
  // Somebody who keeps the books of several begins at their list.
  await post(page.request, program, '/api/organizations', { name: 'Kantoor Meijer' })
  await page.goto('/administraties?periode=2026-K4')
  const clicks = await countedClicks(page)

  await test.step('the list says who needs somebody, and leads there', async () => {
    await page.getByRole('button', { name: organizations.compareAll(2) }).click()
    const row = page.getByRole('row').filter({ hasText: 'Bakkerij De Ochtend' })
    await expect(row.getByText(organizations.differences(3))).toBeVisible()
    await expectAccessible(page, 'Administraties')
    await row.getByRole('button', { name: 'Bakkerij De Ochtend' }).click()
    await expect(page.getByText(reconciliation.differs(3))).toBeVisible()
  })

  await test.step('the three wrong ones are named, each with what to do', async () => {
    const found = page.getByRole('region', { name: reconciliation.causes }).getByRole('listitem')
    await expect(found).toHaveText([
      /verwijderd of verplaatst/,
      /gewijzigd/,
      /staat alleen in e-Boekhouden\.nl/,
    ])
    await expect(page.getByRole('region', { name: reconciliation.byAccount })).toContainText('8000')
    await expectAccessible(page, 'Aansluiting, with differences')
  })

  await test.step('two are mended in e-Boekhouden.nl, of one is said why it is right', async () => {
    const { amountExcl = '', vatCode = '' } = first.lines[0] ?? {}
    const line = { amountExcl, vatCode, ledgerAccount: '8000' }
    const { account, date, invoiceNumber, relationCode } = first
    await bookMutation({
      kind: 'FactuurVerstuurd',
      date,
      account,
      relationCode,
      invoiceNumber,
      lines: [line],
    })
    const was = fourth.lines[0]?.amountExcl ?? ''
    await changeMutation(fourth.number, { lines: [{ ...line, amountExcl: was }] })
    const item = page.getByRole('listitem').filter({ hasText: String(extra) })
    await item.getByRole('button', { name: reconciliation.accept }).click()
    await page.getByLabel(reconciliation.reason).fill('Kasverkoop open dag, zonder factuur')
    await page.getByRole('dialog').getByRole('button', { name: reconciliation.accept }).click()
    await page.getByRole('button', { name: reconciliation.compareNow }).click()
    await expect(page.getByText(reconciliation.cleanBut(1))).toBeVisible()
  })

  await test.step('and it goes into the file', async () => {
    const arrived = page.waitForEvent('download')
    await page.getByRole('link', { name: reconciliation.exportPdf }).click()
    const file = await readFile(await (await arrived).path())
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await clicks()).toBeLessThanOrEqual(MOST_CLICKS)
  })
})

function codesOf({ username, code1, code2 }: { username: string; code1: string; code2: string }) {
  return { username, securityCode1: code1, securityCode2: code2 }
}

/** How often somebody clicked since, on whichever page. */
async function countedClicks(page: Page): Promise<() => Promise<number>> {
  let clicks = 0
  await page.exposeFunction('noteClick', () => {
    clicks += 1
  })
  const listen = () =>
    document.addEventListener(
      'click',
      () => (window as unknown as { noteClick: () => void }).noteClick(),
      true,
    )
  await page.evaluate(listen)
  return async () => clicks
}
