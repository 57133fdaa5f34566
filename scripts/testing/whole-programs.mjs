import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { root } from '../preparation/places.mjs'

/** Whether a test file that vitest would choose by these patterns may start the whole program, screens included. */
export function startsProgram(patterns) {
  return readdirSync(join(root, 'tests'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/${name.split(sep).join('/')}`)
    .some((path) => patterns.some((pattern) => path.includes(pattern)))
}
