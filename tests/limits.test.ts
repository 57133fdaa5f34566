import { expect, test } from 'vitest'
import { sourceFiles } from './architecture/sources.ts'

/** How tests come to depend on how busy a machine is, with what to write instead. */
const shortLimits: Record<string, RegExp> = {
  'the limit of vitest or Playwright instead of one of its own': /\btimeout: [\d_]+|^ *\}, [\d_]+\)$/m,
  'the limit of Playwright instead of a longer one': /\btest\.slow\(/,
  'what it waits for, with expect, instead of a time': /\bwaitForTimeout\(/,
  'expect.poll, which has the limit of all tests, instead of one second': /\bvi\.waitFor\(/,
  'a controller that is aborted once it is under way, instead of after a time': /\bAbortSignal\.timeout\(\d/,
}

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tests/chaos/')

test('no test has a limit of its own: on a busy machine everything comes, later', () => {
  const tests = sourceFiles().filter(({ path }) => isTest(path))
  expect(tests.length).toBeGreaterThan(100)
  const found = tests.flatMap(({ path, text }) =>
    Object.entries(shortLimits)
      .filter(([, pattern]) => pattern.test(text))
      .map(([instead]) => `${path}: ${instead}`),
  )
  expect(found).toEqual([])
})
