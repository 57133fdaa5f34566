import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { patchedSources } from '../bookkeeping/simulation/mutants/plant-mutant.ts'
import { root } from './architecture/sources.ts'
import { holes } from './holes/holes.ts'

// That each is noticed is seen by `npm run holes`; here, that each still fits what it is a hole in.

test.each(holes)('«$name» still fits the code, and its test is there', ({ patches, test: file }) => {
  expect(patchedSources(patches).size).toBeGreaterThan(0)
  expect(existsSync(join(root, file))).toBe(true)
})

test('there are at least ten', () => {
  expect(holes.length).toBeGreaterThanOrEqual(10)
})
