import type * as dutch from '../nl/screens-figures.ts'

export const figures = {
  label: 'Figures of your business',
  months: 'Invoiced per month, without VAT',
  more: (amount, month) => `${amount} more than in ${month}.`,
  less: (amount, month) => `${amount} less than in ${month}.`,
  same: (month) => `As much as in ${month}.`,
  inMonth: (month, amount, year, before) => `${month}: ${amount}; in ${year} ${before}`,
  asTable: 'Show as a table',
  month: 'Month',
  open: 'Still to receive',
  age: 'Age',
  ages: {
    not_due: 'Not due yet',
    days_1_30: '1–30 days late',
    days_31_60: '31–60 days',
    days_over_60: 'More than 60 days',
  },
  count: 'Count',
  amount: 'Amount',
  vat: 'VAT of this quarter, until now',
  rate: 'Rate',
  net: 'Turnover',
  vatColumn: 'VAT',
  together: 'Together',
  noVat: 'Nothing was invoiced this quarter yet.',
} satisfies typeof dutch.figures
