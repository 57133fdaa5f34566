import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../preparation/places.mjs'

const folder = 'tests/e2e'

/**
 * The rooms that each test in the browser concerns, by the name of its file: those it is called after, as
 * failing-invoice.spec.ts is after `invoices`, and those that rooms.json adds.
 */
export function roomsOfBrowserTests(rooms) {
  const added = JSON.parse(readFileSync(join(root, folder, 'rooms.json'), 'utf8'))
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.spec.ts'))
  return Object.fromEntries(
    names.sort().map((file) => {
      const name = file.slice(0, -'.spec.ts'.length)
      return [name, [...rooms.filter((room) => isCalledAfter(name, room)), ...(added[name] ?? [])]]
    }),
  )
}

/** One of its words is the noun: `invoice`, `reply`, `address`, or several of them: `invoices`. */
function isCalledAfter(name, noun) {
  const one = noun.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
  const words = name.split('-')
  return words.includes(one) || words.includes(noun)
}
