import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

type Seconds = Record<string, number>
type Times = { parts: Seconds; workspaces: Seconds; files: Seconds }

/** The scripts are plain JavaScript, so that any Node can run them. */
const script = new URL('../../scripts/testing/times.mjs', import.meta.url).href
const times: {
  vitestTimes(reportFile: string, root: string): Seconds
  playwrightTimes(reportFile: string, folder: string): Seconds
  timesOf(parts: Seconds, files: Seconds): Times
  tellTimes(times: Times, earlier?: Partial<Times>): string
  timesToKeep(times: Times): Times
} = await import(script)

const parts = { types: 4, 'unit and integration': 70.4 }
const files = { 'api/src/a.test.ts': 50, 'api/src/b.test.ts': 20, 'web/src/c.test.ts': 0.04 }

test('a run ends with the time of each part, each workspace, and the slowest files', () => {
  const told = times.tellTimes(times.timesOf(parts, files))
  expect(told.split('\n').map((line) => line.replace(/ {3,}/, ' … '))).toEqual([
    'the whole … 1 min 14 s',
    '  types … 4.0 s',
    '  unit and integration … 1 min 10 s',
    'by workspace, several files at a time',
    '  api … 1 min 10 s',
    '  web … 0.0 s',
    'the 3 slowest files',
    '  api/src/a.test.ts … 50.0 s',
    '  api/src/b.test.ts … 20.0 s',
    '  web/src/c.test.ts … 0.0 s',
  ])
})

test('what grew by a half and more than noise is seen, also where it was not there before', () => {
  const earlier = times.timesOf(
    { types: 2, 'unit and integration': 60 },
    { 'api/src/b.test.ts': 12, 'api/src/a.test.ts': 49 },
  )
  const told = times.tellTimes(times.timesOf(parts, { ...files, 'web/src/new.test.ts': 9 }), earlier)
  const [, grown = ''] = told.split('\ngrown\n')
  expect(grown.split('\n').map((line) => line.trim().replace(/ {3,}/, ' … '))).toEqual([
    'web … 9.0 s',
    'api/src/b.test.ts … 20.0 s  (12.0 s)',
    'web/src/new.test.ts … 9.0 s',
  ])
  expect(told).toMatch(/^the whole .* 1 min 14 s {2}\(1 min 02 s\)$/m)
})

test('what is kept is rounded, in order of name, and without files that take no time', () => {
  expect(JSON.stringify(times.timesToKeep(times.timesOf(parts, files)))).toBe(
    JSON.stringify({
      parts: { types: 4, 'unit and integration': 70.4 },
      workspaces: { api: 70, web: 0 },
      files: { 'api/src/a.test.ts': 50, 'api/src/b.test.ts': 20 },
    }),
  )
})

test('times come from the reports of vitest and Playwright', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stella-times-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const report = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(content))
    return join(folder, name)
  }
  const vitest = { testResults: [{ name: '/root/api/src/a.test.ts', startTime: 1_000, endTime: 3_500 }] }
  expect(times.vitestTimes(report('vitest.json', vitest), '/root')).toEqual({ 'api/src/a.test.ts': 2.5 })
  const spec = (duration: number) => ({ tests: [{ results: [{ duration }, { duration }] }] })
  const suites = [
    { file: 'a.spec.ts', specs: [spec(100)], suites: [{ file: 'a.spec.ts', specs: [spec(400)] }] },
  ]
  expect(times.playwrightTimes(report('playwright.json', { suites }), 'tests/e2e')).toEqual({
    'tests/e2e/a.spec.ts': 1,
  })
})
