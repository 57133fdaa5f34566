import { expect, test } from 'vitest'
import { readExcel } from './read-excel.ts'
import { writeExcel } from './write-excel.ts'

async function* each<Row>(rows: readonly Row[]) {
  yield* rows
}

async function written(rows: readonly (string | null | { amount: string })[][]): Promise<string[][]> {
  const columns = (rows[0] ?? []).map((_, at) => ({
    title: `K${at}`,
    cell: (row: (typeof rows)[number]) => row[at] ?? null,
  }))
  const parts: Buffer[] = []
  for await (const part of writeExcel(columns, each(rows))) parts.push(part as Buffer)
  return readExcel(Buffer.concat(parts))
}

test('a list is an Excel file that another reader reads: texts, amounts, days, and no formula', async () => {
  const [titles, ...rows] = await written([
    ['Café & <Zn>', { amount: '-1234.56' }, '2026-11-22', null],
    ['=SUM(A1:A9)', { amount: '0.0625' }, '', 'x'],
    ["'=1", { amount: '0' }, 'regel 1\nregel 2', '_x0041_ \u0007🌷'],
  ])
  expect(titles).toEqual(['K0', 'K1', 'K2', 'K3'])
  expect(rows).toEqual([
    ['Café & <Zn>', '-1234,56', '2026-11-22', ''],
    ['=SUM(A1:A9)', '0,0625', '', 'x'],
    ["''=1", '0', 'regel 1\nregel 2', '_x0041_ 🌷'],
  ])
})

test('of more rows than go at once none is lost', async () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => [`R${at}`])
  expect((await written(rows)).slice(1)).toEqual(rows)
})
