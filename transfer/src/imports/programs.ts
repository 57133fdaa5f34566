import type { ImportKind } from './import-fields.ts'

/** A program whose files are known: by names of columns that it alone has together. */
export type Program = { readonly name: string; readonly marks: readonly string[] }

/**
 * The programs that people leave with a file, by kind; the first of which a file has all marks. Names of columns as
 * they stand in the files that each exports, without accents, spaces and signs. Where none fits, the columns are still
 * recognised by their own names.
 */
const programs: Readonly<Record<ImportKind, readonly Program[]>> = {
  customers: [
    { name: 'Stella', marks: ['naam', 'soortklant', 'terattentievan', 'peppoladres'] },
    { name: 'Stella', marks: ['name', 'kindofcustomer', 'fortheattentionof', 'peppolid'] },
    { name: 'Moneybird', marks: ['bedrijfsnaam', 'klantnummer', 'verzendmethodefacturen'] },
    { name: 'Moneybird', marks: ['companyname', 'customerid', 'chamberofcommerce'] },
    { name: 'Moneybird', marks: ['bedrijfsnaam', 'klantnummer', 'betalingstermijn'] },
    { name: 'WeFact', marks: ['debiteurnummer', 'bedrijfsnaam'] },
    { name: 'Jortt', marks: ['naam', 'terattentievan', 'betaaltermijn'] },
    { name: 'Rompslomp', marks: ['bedrijfsnaam', 'contactpersoon', 'relatienummer'] },
    { name: 'Invoice Ninja', marks: ['clientname', 'clientidnumber'] },
    { name: 'Invoice Ninja', marks: ['name', 'idnumber', 'contactfirstname'] },
    { name: 'SnelStart', marks: ['relatiecode', 'naam', 'relatiesoort'] },
    { name: 'SnelStart', marks: ['relatiecode', 'naam', 'krediettermijn'] },
    { name: 'SnelStart', marks: ['fldrelatiecode', 'fldnaam'] },
    { name: 'e-Boekhouden.nl', marks: ['code', 'bedrijf', 'contactpersoon'] },
    { name: 'Exact Online', marks: ['code', 'naam', 'adresregel1'] },
  ],
  products: [
    { name: 'Stella', marks: ['code', 'omschrijving', 'prijsismetbtw', 'gearchiveerd'] },
    { name: 'Stella', marks: ['code', 'description', 'priceincludesvat', 'archived'] },
    { name: 'Moneybird', marks: ['identifier', 'title', 'price'] },
    { name: 'WeFact', marks: ['productcode', 'productnaam'] },
    { name: 'WeFact', marks: ['productnummer', 'productnaam'] },
    { name: 'Invoice Ninja', marks: ['product', 'notes', 'price'] },
    { name: 'SnelStart', marks: ['artikelcode', 'omschrijving', 'verkoopprijs'] },
    { name: 'SnelStart', marks: ['fldartikelcode', 'fldomschrijving'] },
    { name: 'Exact Online', marks: ['code', 'omschrijving', 'verkoopprijs'] },
    { name: 'e-Boekhouden.nl', marks: ['code', 'omschrijving', 'tegenrekening'] },
  ],
  invoices: [
    { name: 'Stella', marks: ['nummer', 'soort', 'klant', 'bedragzonderbtw'] },
    { name: 'Stella', marks: ['number', 'kind', 'customer', 'amountwithoutvat'] },
    { name: 'Moneybird', marks: ['referentie', 'contact', 'totaalprijsinclusiefbtw'] },
    { name: 'Moneybird', marks: ['reference', 'contact', 'totalpriceincludingtax'] },
    { name: 'WeFact', marks: ['factuurnummer', 'debiteurnummer', 'bedragexcl'] },
    { name: 'WeFact', marks: ['invoicecode', 'debtorcode', 'amountoutstanding'] },
    { name: 'Jortt', marks: ['factuurnummer', 'klant', 'totaalexclbtw'] },
    { name: 'Rompslomp', marks: ['factuurnummer', 'contactpersoon', 'bedragexclbtw'] },
    { name: 'Invoice Ninja', marks: ['invoicenumber', 'clientname', 'balance'] },
    { name: 'Invoice Ninja', marks: ['invoiceinvoicenumber', 'clientname', 'invoicebalance'] },
    { name: 'SnelStart', marks: ['factuurnummer', 'relatiecode', 'openstaandsaldo'] },
    { name: 'SnelStart', marks: ['fldfactuurnummer', 'fldrelatiecode'] },
    { name: 'Exact Online', marks: ['factuurnummer', 'debiteur', 'uwref'] },
    { name: 'e-Boekhouden.nl', marks: ['factuurnummer', 'relatiecode', 'tebetalen'] },
    { name: 'AFAS', marks: ['factuurnr', 'debnr', 'saldo'] },
  ],
}

/** The name of the program that made a file with these columns; null where it is none that is known. */
export function programOf(kind: ImportKind, names: readonly string[]): string | null {
  return programs[kind].find(({ marks }) => marks.every((mark) => names.includes(mark)))?.name ?? null
}
