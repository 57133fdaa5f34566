// `npm run safety`: what is promised about safety (S1 to S14), with figure, target and verdict. Exit code 1 when one fails;
// what is not shown is said, and fails nothing.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { textOf } from '../agreement/places.ts'
import { root } from '../architecture/sources.ts'
import { type Evidence, type Promised, promised } from './figures.ts'
import { asvs, type Measured, rotation, swappedCiphertexts } from './measure.ts'

type Shown = { readonly figure: string; readonly verdict: 'holds' | 'FAILS' | 'not shown' }

const asked = process.argv.slice(2)
const chosen = promised.filter(({ id }) => asked.length === 0 || asked.includes(id))
let failed = 0
for (const one of chosen) {
  const { figure, verdict } = show(one.by)
  if (verdict === 'FAILS') failed += 1
  console.log(lineOf(one, figure, verdict))
}
process.exit(failed === 0 ? 0 : 1)

function lineOf({ id, target, what }: Promised, figure: string, verdict: string): string {
  return `${id.padEnd(4)} ${verdict.padEnd(10)} ${what}: ${figure} (target: ${target})`
}

function show(by: Evidence): Shown {
  switch (by.kind) {
    case 'tests':
      return ofTests(by)
    case 'measured':
      return ofMeasure({ 'swapped ciphertexts': swappedCiphertexts, rotation, asvs }[by.measure]())
    case 'written down':
      return writtenDown(by.heading)
  }
}

function ofMeasure({ figure, holds }: Measured): Shown {
  return { figure, verdict: holds ? 'holds' : 'FAILS' }
}

function ofTests({ environment, files, only }: Extract<Evidence, { kind: 'tests' }>): Shown {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', ...files, '--reporter', 'json', ...(only === undefined ? [] : ['-t', only])]
  const { stdout } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    maxBuffer: 64_000_000,
  })
  const text = stdout.toString()
  const found = JSON.parse(text.slice(text.indexOf('{"num'))) as {
    numPassedTests: number
    numFailedTests: number
  }
  const { numFailedTests: wrong, numPassedTests: right } = found
  const figure = `${right} of ${right + wrong} tests pass`
  return { figure, verdict: wrong === 0 && right > 0 ? 'holds' : 'FAILS' }
}

function writtenDown(heading: string): Shown {
  const section = textOf('docs/security.md').split(`${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
  if (section === '') return { figure: 'not written down', verdict: 'not shown' }
  return { figure: section.split('\n')[0] ?? '', verdict: 'holds' }
}
