import { expect, it } from 'vitest'
import { startSandbox } from '../index.ts'
import { newAdministration } from './new-administration.ts'
import { afterYears, usedBooks } from './used-books.ts'

it('fills books as years of use would, always the same, with relations that share a name or a VAT number', () => {
  const empty = newAdministration({}, '2026-11-30', 1)
  const books = afterYears(empty, '2026-11-30')
  expect(books.mutations).toHaveLength(usedBooks.mutations)
  expect(books.relations).toHaveLength(usedBooks.relations)
  const most = (values: string[]) => {
    const counts = Map.groupBy(
      values.filter((value) => value !== ''),
      (value) => value,
    )
    return Math.max(...[...counts.values()].map((same) => same.length))
  }
  expect(most(books.relations.map(({ fields }) => fields.Bedrijf))).toBe(usedBooks.sharedName)
  expect(most(books.relations.map(({ fields }) => fields.BTWNummer))).toBe(usedBooks.sharedVatNumber)
  expect(books.mutations.at(-1)?.date).toBe('2026-11-29')
  expect(
    books.mutations.filter(({ entries }) => entries.reduce((sum, { amount }) => sum + amount, 0) !== 0),
  ).toEqual([])
  expect(afterYears(empty, '2026-11-30').mutations[17]).toEqual(books.mutations[17])
})

it('opens them to whoever links them, and goes on after their last number', async () => {
  const sandbox = await startSandbox({ administration: { used: true } })
  const person = sandbox.bookkeeper()
  const line = { amountExcl: '100.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }
  const sale = {
    kind: 'FactuurVerstuurd',
    account: '1300',
    relationCode: 'R00001',
    invoiceNumber: 'N1',
  } as const
  expect(person.bookMutation({ ...sale, lines: [line] })).toBe(usedBooks.mutations + 1)
  await sandbox.close()
})
