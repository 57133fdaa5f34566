import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../preparation/places.mjs'

const folder = 'tests/e2e'

/** The tests in the browser that concern what was asked for: `invoices` has failing-invoice.spec.ts too. */
export function browserTestsOf(patterns) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((path) => patterns.some((pattern) => path.includes(pattern) || isAbout(path, pattern)))
    .sort()
}

/** Whether the pattern is the path of a test in the browser, or part of one that no other test has. */
export function namesBrowserTest(pattern) {
  return pattern.startsWith(folder) || pattern.endsWith('.spec.ts')
}

/** A file is called after one of its noun: `invoice`, `reply`, `address`. */
function isAbout(path, noun) {
  const one = noun.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
  return path
    .slice(folder.length + 1, -'.spec.ts'.length)
    .split('-')
    .includes(one)
}
