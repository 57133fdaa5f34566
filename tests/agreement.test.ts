import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mutants } from '../bookkeeping/simulation/mutants/mutants.ts'
import { cells } from '../bookkeeping/testing/directed/cells.ts'
import { settings } from '../stella/src/configuration/settings.ts'
import { codeSpans, column, rowsUnder, textOf } from './agreement/places.ts'
import { agreements } from './agreement/tables.ts'

// What must be the same in several places stands in one of them as data; these tests find the others.

const places = Object.entries(agreements).flatMap(([name, agreement]) =>
  Object.entries(agreement.places).map(([place, inPlace]) => ({
    name,
    words: agreement.words,
    place,
    inPlace,
  })),
)

test.each(places)('the $name stand alike in $place', ({ words, inPlace }) => {
  expect([...inPlace()].sort()).toEqual([...words].sort())
})

describe('the database', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await testDatabase()
  })
  afterAll(() => db.close())

  test('allows in a column of words those of its table, and has no such column that no table knows', async () => {
    const known = Object.values(agreements).flatMap(({ words, columns = [] }) =>
      columns.map((name) => [name, [...words].sort()] as const),
    )
    expect(Object.fromEntries(await columnsOfWords(db))).toEqual(Object.fromEntries(known))
  })

  test('has the roles that its README and the one of the project name', async () => {
    const roles = await namesOf(
      db,
      `select rolname as name from pg_roles where rolname like 'stella\\_%' and not rolcanlogin`,
    )
    expect(column(textOf('database/README.md'), 'role').sort()).toEqual(roles)
    const [, sentence = ''] = textOf('README.md').match(/roles without login \(([^)]+)\)/) ?? []
    expect(codeSpans(sentence).sort()).toEqual(roles)
  })
})

test('the README says of each setting what stands in its place when it is not set', () => {
  const rows = rowsUnder(textOf('README.md'), 'setting')
  for (const [setting, value] of Object.entries(settings.parse({}))) {
    const defaults = rows.find(([names = '']) => codeSpans(names).includes(setting))?.[1]
    expect(codeSpans(defaults ?? ''), setting).toContain(String(value))
  }
})

test('the page about reliability counts the planted mistakes and the cells as they are', () => {
  const page = textOf('docs/reliability.md')
  expect(page).toContain(`A list of ${mutants.length} stands in`)
  expect(page).toContain(` of the ${cells.length} cells`)
})

/** Each column for which a check lists the words it may hold, as `table.column`, with the words. */
async function columnsOfWords(db: TestDatabase): Promise<[string, string[]][]> {
  const { rows } = await db.database('owner').pool.query<{ table: string; check: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as check
     from pg_constraint
     where contype = 'c' and conrelid <> 0 and connamespace not in ('jobs'::regnamespace, 'information_schema'::regnamespace)`,
  )
  return rows.flatMap(({ table, check }): [string, string[]][] => {
    const [, name, list] = check.match(/^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]\)\)\)$/) ?? []
    if (name === undefined || list === undefined) return []
    return [[`${table}.${name}`, [...list.matchAll(/'([^']+)'/g)].map(([, word = '']) => word).sort()]]
  })
}

async function namesOf(db: TestDatabase, query: string): Promise<string[]> {
  const { rows } = await db.database('owner').pool.query<{ name: string }>(query)
  return rows.map(({ name }) => name).sort()
}
