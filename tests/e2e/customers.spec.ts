import type { Page } from '@playwright/test'
import { post, signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'
import { company, finalize, invoiceFor, saveDraft } from './program/invoices.ts'
import { connect } from './walk/screens.ts'

type Listed = { items: { id: string; name: string }[] }

const listed = async (page: Page, query = ''): Promise<string[]> =>
  ((await (await page.request.get(`/api/customers${query}`)).json()) as Listed).items.map(({ name }) => name)

test('what is agreed with a customer is asked for, saved, shown, and used in its invoices', async ({
  page,
  program,
  words,
}) => {
  const { customerForm: form, customerPage, customers, invoiceForm } = words
  await signUp(page, program, 'Afspraken')
  await page.goto('/klanten/nieuw')

  await test.step('a foreign company is in another country, and chooses which', async () => {
    await page.getByLabel(customers.foreignCompany).check()
    await page.getByLabel(form.companyName).fill('Müller & Söhne GmbH')
    await page.getByRole('button', { name: form.create }).click()
    await expect(page.getByLabel(form.country, { exact: true })).toBeFocused()
    await page.getByLabel(form.country, { exact: true }).selectOption('DE')
    await expect(page.getByLabel(form.registrationNumber)).toBeVisible()
    // Back in the Netherlands it is no foreign one.
    await page.getByLabel(form.country, { exact: true }).selectOption('NL')
    await expect(page.getByLabel(customers.company, { exact: true })).toBeChecked()
    await page.getByLabel(form.country, { exact: true }).selectOption('DE')
    await expect(page.getByLabel(customers.foreignCompany)).toBeChecked()
  })
  await test.step('what is rarely needed appears when asked for, and what is wrong is said there', async () => {
    await page.getByLabel(form.address).fill('Weg 1')
    await page.getByLabel(form.postalCode).fill('10115')
    await page.getByLabel(form.city).fill('Berlin')
    for (const name of [form.paymentTermDays, form.language, form.peppolId, form.contacts])
      await page.getByRole('button', { name, exact: true }).click()
    await page.getByLabel(form.paymentTermDays, { exact: true }).fill('400')
    await page.getByLabel(form.language, { exact: true }).selectOption('de')
    await page.getByLabel(form.peppolId, { exact: true }).fill('9930-DE136695976')
    const contact = page.getByRole('group', { name: form.contactNumber(1) })
    await contact.getByLabel(form.personName).fill('Ute')
    await contact.getByLabel(form.receivesInvoices).check()
    await page.getByRole('button', { name: form.create }).click()
    await expect(page.getByText('Wie facturen krijgt, heeft een e-mailadres nodig.')).toBeVisible()
    await expect(page.getByText('Dit is geen Peppol-adres.', { exact: false })).toBeVisible()
    await expect(page.getByText('van 0 tot en met 365', { exact: false })).toBeVisible()
    await expectAccessible(page, 'Nieuwe klant, met fouten')
    await contact.getByLabel(form.email).fill('ute@mueller.example')
    await page.getByLabel(form.paymentTermDays, { exact: true }).fill('8')
    await page.getByLabel(form.peppolId, { exact: true }).fill('9930:DE136695976')
    // Twice before the screen can draw that it is busy: one customer all the same.
    await page.getByRole('button', { name: form.create }).evaluate((button) => {
      for (const _ of [1, 2]) (button as HTMLButtonElement).click()
    })
    await expect(page.getByRole('heading', { level: 1, name: 'Müller & Söhne GmbH' })).toBeVisible()
    expect(await listed(page)).toEqual(['Müller & Söhne GmbH'])
  })
  await test.step('its page shows it, and a new invoice begins with it', async () => {
    await expect(page.getByText(customerPage.within(8))).toBeVisible()
    await expect(page.getByText('ute@mueller.example')).toBeVisible()
    await expect(page.getByText(form.languages.de, { exact: true })).toBeVisible()
    await expectAccessible(page, 'Klant')
    await page.getByRole('link', { name: form.newInvoice }).first().click()
    await expect(page.getByLabel(invoiceForm.term)).toHaveValue('8')
  })
})

test('a customer is archived and brought back, and is not offered meanwhile', async ({
  page,
  program,
  words,
}) => {
  const { customerForm: form, customerPage, customers, invoiceForm } = words
  await signUp(page, program, 'Archief')
  const { id } = await post<{ id: string }>(page.request, program, '/api/customers', company('Rust Roest'))
  await page.goto(`/klanten/${id}`)
  await page.getByRole('button', { name: customerPage.archive }).evaluate((button) => {
    for (const _ of [1, 2]) (button as HTMLButtonElement).click()
  })
  await expect(page.getByText(customerPage.archived('Rust Roest'))).toBeVisible()
  await expect(page.getByText(customerPage.archivedText)).toBeVisible()
  await expect(page.getByRole('link', { name: form.newInvoice })).toHaveCount(0)
  await expectAccessible(page, 'Klant, gearchiveerd')
  await page.goto('/facturen/nieuw')
  await page.getByLabel(invoiceForm.customer).first().click()
  await page.keyboard.type('Rust')
  await expect(page.getByRole('option', { name: invoiceForm.newCustomerNamed('Rust') })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Rust Roest' })).toHaveCount(0)
  await page.goto('/klanten?toon=archief')
  await page.getByRole('link', { name: 'Rust Roest' }).click()
  await page.getByRole('button', { name: customerPage.restore }).click()
  await expect(page.getByText(customerPage.restored('Rust Roest'))).toBeVisible()
  await page.goto('/klanten')
  await expect(page.getByRole('table', { name: customers.list })).toContainText('Rust Roest')
})

test('two customers are made one: asked with the relation of each, and nothing is booked anew', async ({
  page,
  program,
  control,
  words,
}) => {
  const { customerPage } = words
  await signUp(page, program, 'Dubbel')
  const administration = await control.newAdministration('Dubbel')
  await connect(page, administration)
  const past = await saveDraft(page.request, program, 'Kroon')
  await finalize(page.request, program, past)
  const booked = async () => (await control.booksOf(administration)).mutations.length
  await expect.poll(booked).toBe(1)
  const stays = await post<{ id: string }>(page.request, program, '/api/customers', company('Kroon B.V.'))

  await page.goto(`/klanten/${stays.id}`)
  await page.getByRole('button', { name: customerPage.merge }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Kroon/ }).click()
  const [relation] = (await control.booksOf(administration)).relations
  await expect(dialog.getByText(customerPage.pastStays(1, 'Kroon', relation?.code ?? ''))).toBeVisible()
  const along = customerPage.futureGoesAlong(relation?.code ?? '', 'Kroon B.V.')
  await expect(dialog.getByText(along)).toBeVisible()
  await expectAccessible(page, 'Samenvoegen')
  await dialog.getByRole('button', { name: customerPage.merge, exact: true }).evaluate((button) => {
    for (const _ of [1, 2]) (button as HTMLButtonElement).click()
  })
  await expect(page.getByText(customerPage.merged('Kroon B.V.'))).toBeVisible()
  await expect(page.getByRole('link', { name: '2026-0001' })).toBeVisible()
  await expect(page.getByText('Klant Kroon B.V. is samengevoegd met Kroon')).toBeVisible()
  await expectAccessible(page, 'Klant, samengevoegd')
  expect(await listed(page)).toEqual(['Kroon B.V.'])

  const next = await post<{ id: string }>(page.request, program, '/api/invoices', invoiceFor(stays.id))
  await finalize(page.request, program, next.id)
  await expect.poll(booked).toBe(2)
  const { mutations } = await control.booksOf(administration)
  expect(new Set(mutations.map(({ relationCode }) => relationCode)).size).toBe(1)
  const names = async () => (await control.booksOf(administration)).relations.map(({ name }) => name)
  await expect.poll(names).toEqual(['Kroon B.V.'])
})

test('what an invoice lacks of its customer is filled in where it is asked', async ({
  page,
  program,
  words,
}) => {
  const { bookingPreview, customerForm: form, customers, invoiceForm } = words
  await signUp(page, program, 'Aanvullen')
  const person = { kind: 'person', name: 'Jan Zonder Adres' }
  const { id: customerId } = await post<{ id: string }>(page.request, program, '/api/customers', person)
  const lines = [{ description: 'Dak', quantity: '1', unitPrice: '500', vatTreatment: 'reverse_charge' }]
  const draft = { ...invoiceFor(customerId), lines }
  const { id } = await post<{ id: string }>(page.request, program, '/api/invoices', draft)
  await page.goto(`/facturen/${id}`)

  await test.step('the address at the field of the address', async () => {
    await page.getByRole('button', { name: invoiceForm.completeAddress }).click()
    await expect(page.getByRole('dialog').getByLabel(form.address)).toBeFocused()
    await page.keyboard.type('Kade 9')
    await page.getByRole('dialog').getByLabel(form.postalCode).fill('8011 AB')
    await page.getByRole('dialog').getByLabel(form.city).fill('Zwolle')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('a person who owes the VAT is made a company, and no number is asked that has no place', async () => {
    await expect(page.getByText('deze klant is een particulier', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: bookingPreview.mendCustomer }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(customers.person)).toBeFocused()
    await dialog.getByLabel(customers.company, { exact: true }).check()
    await dialog.getByLabel(form.vatNumber).fill('NL004495445B01')
    await page.keyboard.press('Enter')
    await expect(page.getByText(bookingPreview.nothingBlocks)).toBeVisible()
  })
})
