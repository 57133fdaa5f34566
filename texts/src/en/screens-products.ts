import type * as dutch from '../nl/screens-products.ts'

export const products = {
  title: 'Products',
  new: 'New product',
  search: 'Search products',
  searchPlaceholder: 'Code or description',
  list: 'List of products',
  filters: 'Which products',
  offered: 'Active',
  archive: 'Archived',
  description: 'Description',
  code: 'Code',
  vat: 'VAT',
  price: 'Price',
  per: (unit) => `per ${unit}`,
  withVat: 'incl. VAT',
  emptyTitle: 'Your products will stand here',
  emptyText:
    'What you sell often: type its name or code in a line of an invoice, and the rest fills itself in.',
  noneFound: 'No product found.',
  noneArchived: 'No product is archived.',
  unavailable: 'The products could not be fetched.',
} satisfies typeof dutch.products

export const productForm = {
  newTitle: 'New product',
  description: 'Description on the invoice',
  price: 'Price',
  unit: 'Unit',
  noUnit: 'None',
  priceMode: 'The price is',
  withoutVat: 'Without VAT',
  withVat: 'With VAT',
  vat: 'VAT',
  code: 'Code',
  codeHelp: 'By which you look it up. May stay empty.',
  create: 'Save product',
  update: 'Save changes',
  notSaved: 'The product was not saved',
  changedElsewhere:
    'This product was changed elsewhere in the meantime. Load the page again to see the newest version.',
  savedNotice: (name) => `${name} is saved.`,
  archive: 'Archive',
  restore: 'Bring back',
  archived: (name) => `${name} has been archived.`,
  restored: (name) => `${name} is back in the list.`,
  notFoundTitle: 'This product is not there',
} satisfies typeof dutch.productForm
