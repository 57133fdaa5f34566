import type { Mutant } from './mutant.ts'

const ofBooking = 'bookkeeping/src/mappings/accounts-of-booking.ts'
const accounts = 'bookkeeping/src/mappings/sales-accounts.ts'

/** Mistakes over the accounts that sales are booked on, for organizations that choose others than before. */
export const accountMutants: readonly Mutant[] = [
  {
    name: 'credit note on the accounts of today',
    about:
      'what was invoiced on one account is taken back from another, because somebody chose that one since',
    faults: ['accounts_chosen', 'credited'],
    patches: [
      {
        file: ofBooking,
        find: "const account = isFit(part.account, 'revenue') ? part.account : revenueAccountOf(part, today)",
        replace: 'const account = revenueAccountOf(part, today)',
      },
    ],
  },
  {
    name: 'accounts of former books',
    about:
      'what goes along to other books is booked there on the accounts that were chosen in the former ones',
    faults: ['accounts_chosen', 'other_books', 'codes_withdrawn', 'crowd'],
    patches: [
      {
        file: ofBooking,
        find: 'const onDebtors = { ...mutation, debtorsAccount: accounts.debtors }',
        replace: "if (accounts.debtors !== '') return { mutation, parts }\n  const onDebtors = mutation",
      },
    ],
  },
  {
    name: 'treatment before product',
    about: 'the account of the VAT treatment counts although the product has one of its own',
    faults: ['accounts_chosen'],
    patches: [
      {
        file: accounts,
        find: '  ({ product }, { byProduct }) => (product === null ? undefined : byProduct?.get(product)),\n',
        replace: '',
      },
    ],
  },
]
