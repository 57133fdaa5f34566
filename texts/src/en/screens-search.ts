import type * as dutch from '../nl/screens-search.ts'

export const search = {
  label: 'Search Stella',
  hint: 'Search (Ctrl+K)',
  placeholder: 'Invoice, customer, or what you want to do',
  places: 'Go to',
  actions: 'Do',
  meant: 'Did you mean',
  invoiceFor: (customer) => `New invoice for ${customer}`,
  searching: 'Searching…',
  nothing: (words) => `Nothing found for “${words}”. Try part of a name, a number or a town.`,
} satisfies typeof dutch.search
