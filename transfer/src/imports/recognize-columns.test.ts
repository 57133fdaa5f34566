import { expect, test } from 'vitest'
import type { ImportKind } from './import-fields.ts'
import { recognizeColumns } from './recognize-columns.ts'

// The names of columns as each program documents or hands them out, and what they are here; a dash is left out.

const files: readonly (readonly [
  program: string | null,
  kind: ImportKind,
  columns: string,
  fields: string,
])[] = [
  [
    'SnelStart',
    'customers',
    'fldRelatiecode;fldNaam;fldContactpersoon;fldAdres;fldPostcode;fldPlaats;fldCorrespondentieAdres;fldCorrespondentieAdresPostcode;fldCorrespondentieAdresPlaats;fldTelefoon;fldEmail;fldBtwNummer;fldKrediettermijn',
    '- name contactName address postalCode city postalAddress postalPostalCode postalCity phone email vatNumber paymentTermDays',
  ],
  [
    'SnelStart',
    'customers',
    'Relatiecode;Naam;Contactpersoon;Adres;Postcode;Plaats;Telefoonnummer;Emailadres;BTW nummer;Krediettermijn;Nummer kvk;IBAN',
    '- name contactName address postalCode city phone email vatNumber paymentTermDays kvkNumber -',
  ],
  [
    'SnelStart',
    'products',
    'fldArtikelcode;fldOmschrijving;fldEenheid;fldVerkoopprijs',
    'code description unit unitPrice',
  ],
  [
    'WeFact',
    'customers',
    'Debiteurnummer;Bedrijfsnaam;Naam contactpersoon;Straatnaam + huisnummer;Postcode;Woonplaats;E-mailadres;KvK nummer;BTW nummer',
    '- name contactName address postalCode city email kvkNumber vatNumber',
  ],
  [
    'WeFact',
    'products',
    'Productnummer;Productnaam;Prijs excl. BTW;BTW-percentage;Producteenheid',
    'code description unitPrice vatTreatment -',
  ],
  [
    null,
    'customers',
    'DebiteurNaam;FactuurTAV;Telefoon;FactuurEmailadres;FactuurAdres;FactuurHuisnummer;FactuurHuisnummerToev;FactuurPostcode;FactuurPlaats;FactuurCodeLand',
    'name contactName phone - address houseNumber houseNumberAddition postalCode city country',
  ],
  [
    'Invoice Ninja',
    'invoices',
    'Invoice Number,Client Name,Date,Due Date,Amount,Total Taxes,Balance,Paid to Date',
    'number customer date due gross vat outstanding paid',
  ],
  [
    'Moneybird',
    'customers',
    'Bedrijfsnaam;Klantnummer;Voornaam;Achternaam;Adres;Postcode;Plaats;Land;Betalingstermijn;E-mailadres',
    'name - firstName lastName address postalCode city country paymentTermDays email',
  ],
]

test.each(files)('%s, %s: %s', (program, kind, columns, fields) => {
  const titles = columns.split(columns.includes(';') ? ';' : ',')
  const found = recognizeColumns(kind, [titles, titles.map(() => 'x')])
  expect(found?.fields.map((field) => field ?? '-').join(' ')).toBe(fields)
  expect(found?.program).toBe(program)
})
