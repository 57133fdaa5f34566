import type { Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company } from './program/invoices.ts'

const lines = [{ description: 'Arbeid monteur', quantity: '20', unitPrice: '60', vatTreatment: 'high' }]

test('an invoice goes from the screen to its customer: final and sent in one, kept in Postvak, behind a link', async ({
  page,
  program,
  browser,
  words,
}) => {
  const { invoiceForm, messages, shareLink } = words
  await signUp(page, program, 'Van Dijk Installatie')
  const customer = { ...company('Lindeman Architecten'), email: 'administratie@lindeman.example' }
  const { id: customerId } = await post<{ id: string }>(page.request, program, '/api/customers', customer)
  const draft = { customerId, invoiceDate: '2026-11-20', paymentTermDays: 30, lines }
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', draft)
  await page.goto(`/facturen/${id}`)

  await test.step('takes along what is attached, and says what it is no matter what it is called', async () => {
    const choose = page.locator('input[type=file]')
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(text),
    })
    await choose.setInputFiles(file('bestek.pdf', 'MZ: a program'))
    await expect(page.getByText('Dit is geen PDF, JPEG of PNG', { exact: false })).toBeVisible()
    await choose.setInputFiles(file('Bestek kade.pdf', '%PDF-1.7\n%%EOF'))
    await expect(page.getByRole('link', { name: 'Bestek kade.pdf' })).toBeVisible()
    await choose.setInputFiles(file('weg.pdf', '%PDF-1.7\n%%EOF'))
    await page.getByRole('button', { name: words.attachments.remove('weg.pdf') }).click()
    await expect(page.getByRole('link', { name: 'weg.pdf' })).toHaveCount(0)
    await expectAccessible(page, 'Concept met een bijlage')
  })

  await test.step('is seen before it goes', async () => {
    await page.getByRole('button', { name: invoiceForm.finalize }).first().click()
    await page.getByRole('button', { name: messages.finalizeAndSend }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(messages.to)).toHaveValue('administratie@lindeman.example')
    const letter = dialog.frameLocator('iframe')
    await expect(letter.getByRole('heading', { name: 'Factuur 2026-0001' })).toBeVisible()
    await expectAccessibleBesideLetter(page, 'Mailen')
    await dialog.getByLabel(messages.body).fill('Dag Sanne,\n\nde factuur van de Kade.')
    await expect(letter.getByText('de factuur van de Kade.')).toBeVisible()
    await dialog.getByLabel(messages.to).fill('Vries, Zoë <zoe@lindeman.example>')
    await expect(dialog.getByText('Dit is geen e-mailadres.')).toBeVisible()
    await dialog.getByLabel(messages.to).fill('administratie@lindeman.example, zoe@lindeman.example')
  })

  await test.step('goes once, however fast the button is pressed', async () => {
    const send = page.getByRole('dialog').getByRole('button', { name: messages.finalizeAndSend })
    await send.evaluate((button) => {
      for (const _ of [1, 2]) (button as HTMLButtonElement).click()
    })
    await expect(page.getByText(`${messages.states.kept},`, { exact: false })).toHaveCount(2)
    await expectAccessible(page, 'Factuur, in Postvak')
  })

  await test.step('lies in Postvak as the customer would see it', async () => {
    await page.goto('/postvak')
    await page.getByRole('link', { name: 'Factuur 2026-0001 van Van Dijk Installatie' }).click()
    const letter = page.frameLocator('iframe')
    await expect(letter.getByText('de factuur van de Kade.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'factuur-2026-0001.pdf' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Bestek kade.pdf' })).toBeVisible()
    await expectAccessibleBesideLetter(page, 'Postvak, one mail')
  })

  await test.step('is shown to whoever has the link, until it is taken back', async () => {
    await page.goto(`/facturen/${id}`)
    const address = await page.getByLabel(shareLink.address, { exact: true }).inputValue()
    const guest = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await guest.goto(address)
    await expect(guest.getByRole('heading', { level: 1, name: 'Factuur 2026-0001' })).toBeVisible()
    await expect(guest.getByRole('link', { name: 'Bestek kade.pdf' })).toBeVisible()
    await expect(guest.getByRole('button', { name: 'Kopieer IBAN' })).toBeVisible()
    expect(await guest.context().cookies()).toEqual([])
    await expectAccessible(guest, 'What the customer sees')
    const overflow = () => guest.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await expect(page.getByText('Voor het eerst geopend', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: shareLink.revoke }).click()
    await page.getByRole('dialog').getByRole('button', { name: shareLink.revoke }).click()
    await expect(page.getByRole('button', { name: shareLink.make })).toBeVisible()
    await guest.reload()
    await expect(guest.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
    await expectAccessible(guest, 'A link that was taken back')
  })
})

test('how one mails is kept, and a word that nobody knows is refused', async ({ page, program, words }) => {
  const { common, mailSettings, messages, shell } = words
  await signUp(page, program, 'Van Dijk Installatie')
  await page.goto('/voorkeuren/mail')
  await page.getByLabel(mailSettings.senderName).fill('Van Dijk')
  await page.getByRole('textbox', { name: messages.body }).fill('Dag {naam},')
  await page.getByRole('button', { name: mailSettings.save }).click()
  await expect(page.getByText('een woord dat Stella niet kent', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: messages.body }).fill('Dag {klant},')
  await page.getByRole('button', { name: mailSettings.save }).click()
  await expect(page.getByText(mailSettings.savedNotice)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(mailSettings.senderName)).toHaveValue('Van Dijk')
  await expect(page.getByRole('textbox', { name: messages.body })).toHaveValue('Dag {klant},')

  await test.step('what is typed and not saved is there again, and the message of saving covers no button', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByLabel(mailSettings.senderName).fill('Van Dijk Installatietechniek')
    await page
      .getByRole('navigation', { name: shell.placesBelow })
      .getByRole('link', { name: shell.products })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: shell.products })).toBeVisible()
    await page.goBack()
    await expect(page.getByText(common.restored)).toBeVisible()
    await expect(page.getByLabel(mailSettings.senderName)).toHaveValue('Van Dijk Installatietechniek')
    await page.getByLabel(mailSettings.which).selectOption('invoice.en')
    const save = page.getByRole('button', { name: mailSettings.save })
    await save.click()
    const saved = page.getByText(mailSettings.savedNotice)
    await expect(saved).toBeVisible()
    await expect(page.getByLabel(mailSettings.which)).toHaveValue('invoice.en')
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    const [below, over] = [await save.boundingBox(), await saved.boundingBox()]
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThan(over?.y ?? 0)
  })
})

/** Nothing can run in the frame of a letter, axe neither, which would wait for it; so it is looked at when empty. */
async function expectAccessibleBesideLetter(page: Page, name: string): Promise<void> {
  await page.locator('iframe').evaluate((frame) => {
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
    frame.setAttribute('srcdoc', '<!doctype html><html lang="nl"><title>Leeg</title><h1>Leeg</h1></html>')
  })
  await expectAccessible(page, name)
}
