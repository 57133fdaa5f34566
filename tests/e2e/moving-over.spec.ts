import { signUp } from './program/account.ts'
import { expect, expectAccessible, test } from './program/fixtures.ts'

/** In the form in which Moneybird hands out its contacts: letters of older Windows, semicolons. */
const moneybird = Buffer.from(
  [
    'Klantnummer;Bedrijfsnaam;Voornaam;Achternaam;Adres;Postcode;Plaats;Land;E-mailadres;KvK-nummer;Betalingstermijn;Verzendmethode facturen',
    'M-1;Café De Zwaan;Daniël;Bos;Ossenmarkt 8;8011ms;Zwolle;Nederland;info@zwaan.example;05061284;14;Email',
    'M-2;;Anna;de Vries;Kade 1;8011 AB;Zwolle;NL;anna@example.nl;;;Email',
    'M-3;Fysio Aan de Gracht;;;Weg 2;8261 AA;Kampen;NL;info@fysiogracht;;;Email',
  ].join('\r\n'),
  'latin1',
)

/** In the form in which Invoice Ninja hands out its products: commas, points, quotes. */
const invoiceNinja = Buffer.from(
  'Product,Notes,Cost,Price,Quantity,Tax Name 1,Tax Rate 1\nUUR,"Werk, per uur",0,62.50,1,BTW,21\n',
)

/** In the form in which SnelStart hands out its articles. */
const snelStart = Buffer.from(
  '\ufeffArtikelcode;Omschrijving;Eenheid;Verkoopprijs;BTW-soort\r\nR22;Radiator;stuks;1.234,56;Hoog\r\n',
)

test('customers and products of other programs are looked at, mended, added, and taken back', async ({
  page,
  program,
  words: { common, customers, imports, products },
}) => {
  await signUp(page, program)
  await page.goto('/klanten')
  await page.getByRole('link', { name: imports.import }).click()
  await page
    .getByLabel(imports.choose)
    .setInputFiles({ name: 'contacten.csv', mimeType: 'text/csv', buffer: moneybird })

  await expect(
    page.getByRole('heading', { level: 1, name: imports.titles.new.customers(2, 'Moneybird') }),
  ).toBeVisible()
  await expect(page.getByText(imports.encodings['windows-1252'])).toBeVisible()
  await expectAccessible(page, 'Import')
  const wrong = page.getByRole('row').filter({ hasText: 'Fysio Aan de Gracht' })
  await wrong.getByLabel(imports.fields.email).fill('info@fysiogracht.nl')
  await wrong.getByRole('button', { name: imports.mend }).click()
  await page.getByRole('button', { name: imports.add.customers(3) }).click()
  await expect(page.getByRole('heading', { level: 1, name: imports.titles.added.customers(3) })).toBeVisible()

  await page.goto('/klanten')
  for (const name of ['Anna de Vries', 'Café De Zwaan', 'Fysio Aan de Gracht'])
    await expect(page.getByRole('link', { name })).toBeVisible()

  for (const [file, program, title] of [
    [invoiceNinja, 'Invoice Ninja', 'Werk, per uur'],
    [snelStart, 'SnelStart', 'Radiator'],
  ] as const) {
    await page.goto('/importen/nieuw?soort=producten')
    await page
      .getByLabel(imports.choose)
      .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: file })
    await expect(
      page.getByRole('heading', { level: 1, name: imports.titles.new.products(1, program) }),
    ).toBeVisible()
    await page.getByRole('button', { name: imports.add.products(1) }).click()
    await expect(page.getByRole('button', { name: imports.undo })).toBeVisible()
    await page.goto('/producten')
    await expect(page.getByRole('link', { name: title })).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: products.title })).toBeVisible()

  await page.goto('/importen')
  await page.getByRole('link', { name: 'contacten.csv' }).click()
  await page.getByRole('button', { name: imports.undo }).click()
  await expect(page.getByText(imports.states.undone)).toBeVisible()
  await page.goto('/klanten')
  await expect(page.getByText(customers.emptyTitle)).toBeVisible()
  await expect(page.getByRole('link', { name: common.export })).toHaveCount(0)
})

/** Old invoices in the forms of three programs: rows of lines with the day of payment, an open amount, a balance. */
const histories = [
  [
    'Moneybird',
    'referentie;status;datum;vervaldatum;contact;betaald op;aantal;totaalprijs exclusief btw;totaalprijs inclusief btw\nM-1;Betaald;05-01-2026;19-01-2026;Café De Zwaan;17-01-2026;1;1.000,00;1.210,00\nM-1;Betaald;05-01-2026;19-01-2026;Café De Zwaan;17-01-2026;1;50,00;60,50\n',
  ],
  [
    'WeFact',
    'Factuurnummer;Debiteurnummer;Bedrijfsnaam;Factuurdatum;Vervaldatum;Bedrag excl.;Bedrag incl.;Openstaand bedrag\n2026-0040;DB1;Café De Zwaan;02-03-2026;16-03-2026;100,00;121,00;21,00\n',
  ],
  [
    'Invoice Ninja',
    'Invoice Number,Client Name,Date,Due Date,Amount,Total Taxes,Balance\n0007,Anna de Vries,2026-10-13,2026-11-12,"1,210.00",210.00,"1,210.00"\n',
  ],
] as const

test('old invoices of other programs stand among the invoices, and are chosen and found like them', async ({
  page,
  program,
  words: { common, imports, invoicePage, invoices, selection, status },
}) => {
  await signUp(page, program)
  for (const [name, file] of histories) {
    await page.goto('/importen/nieuw?soort=facturen')
    await page
      .getByLabel(imports.choose)
      .setInputFiles({ name: 'facturen.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await expect(
      page.getByRole('heading', { level: 1, name: imports.titles.new.invoices(1, name) }),
    ).toBeVisible()
    await page.getByRole('button', { name: imports.add.invoices(1) }).click()
    await expect(page.getByRole('button', { name: imports.undo })).toBeVisible()
  }
  await page.goto('/facturen?toon=overgenomen')
  const rows = page.getByRole('row').filter({ hasText: status.history })
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'M-1' })).toContainText('1.270,50')
  await expect(rows.filter({ hasText: '2026-0040' })).toContainText(status.overdue)
  await page.getByLabel(selection.chooseAll).check()
  await expect(page.getByText(selection.chosen(3))).toBeVisible()
  await expect(page.getByRole('link', { name: common.excel })).toBeVisible()
  await expectAccessible(page, 'Facturen, chosen')
  await page.getByRole('link', { name: /^0007/ }).click()
  await expect(page.getByText(invoicePage.booksHistory('Invoice Ninja'))).toBeVisible()
  await expect(page.getByRole('link', { name: invoicePage.pdf })).toHaveCount(0)
  await expectAccessible(page, 'Old invoice')
  await expect(page.getByRole('link', { name: invoices.title }).first()).toBeVisible()
})
