import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

/** The scripts are plain JavaScript, so that any Node can run them. */
const script = new URL('../../scripts/testing/failures.mjs', import.meta.url).href
const { playwrightFailures, vitestFailures }: Record<string, (file: string, place: string) => string[]> =
  await import(script)

const root = fileURLToPath(new URL('../..', import.meta.url))
/** From there vitest is found, and nothing else looks there. */
const folder = mkdtempSync(join(root, 'node_modules/.failing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a line for each test that failed, with the first line of its message and its seed', () => {
  const report = join(folder, 'vitest.json')
  writeFileSync(
    join(folder, 'seeds.test.ts'),
    `import fc from 'fast-check'
    import { expect, test } from 'vitest'
    test('histories', () => expect(['one'], 'npm run simulate -- --seed 12').toEqual([]))
    test('two lines', () => { throw new Error('the first\\nthe second') })
    test('a property', () => fc.assert(fc.property(fc.integer(), () => false), { seed: 34 }))
    test('in order', () => {})`,
  )
  writeFileSync(join(folder, 'broken.test.ts'), "throw new Error('cannot be loaded')")
  const config = join(folder, 'vitest.config.ts')
  writeFileSync(config, 'export default { test: { include: ["*.test.ts"], exclude: [] } }')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--root', folder, '--config', config]
  spawnSync(process.execPath, [...args, '--reporter=json', `--outputFile.json=${report}`])
  expect(vitestFailures?.(report, folder).sort()).toEqual([
    expect.stringMatching(/^broken.test.ts › .*cannot be loaded/),
    expect.stringMatching(/^seeds.test.ts › a property › Error: Property failed .* › \{ seed: 34, path: /),
    "seeds.test.ts › histories › AssertionError: npm run simulate -- --seed 12: expected [ 'one' ] to deeply equal []",
    'seeds.test.ts › two lines › Error: the first',
  ])
})

test('of the tests in the browser too, without colours', () => {
  const report = join(folder, 'playwright.json')
  writeFileSync(
    report,
    JSON.stringify({
      errors: [{ message: 'no browser' }],
      suites: [
        {
          file: 'invoice.spec.ts',
          specs: [],
          suites: [
            {
              file: 'invoice.spec.ts',
              specs: [
                {
                  title: 'red',
                  tests: [
                    {
                      status: 'unexpected',
                      results: [{ error: { message: '\u001b[31mnot seen\u001b[39m\nat' } }],
                    },
                  ],
                },
                { title: 'green', tests: [{ status: 'expected', results: [{}] }] },
              ],
            },
          ],
        },
      ],
    }),
  )
  expect(playwrightFailures?.(report, 'tests/e2e')).toEqual([
    'tests/e2e › no browser',
    'tests/e2e/invoice.spec.ts › red › not seen',
  ])
})
