import { join } from 'node:path'
import { root } from '../preparation/places.mjs'

/** What `npm test` compares with: committed, and written anew by `npm run times`. */
export const timesFile = join(root, 'tests', 'times.json')

/** What the last whole run took, on this machine only. */
export const lastTimesFile = join(root, 'tests', 'output', 'times.json')
