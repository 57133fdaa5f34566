/**
 * The roles of a table, said aloud. On a phone the rows of a table become lines of a grid, and a browser
 * forgets that a `tr` that is no table row on the screen is still one; with its role it stays one.
 */
export const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
