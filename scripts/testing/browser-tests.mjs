import { roomsOfBrowserTests } from './browser-rooms.mjs'

const folder = 'tests/e2e'

/** The tests in the browser that concern what was asked for: a room, or a part of their path. */
export function browserTestsOf(patterns) {
  return Object.entries(roomsOfBrowserTests(patterns))
    .map(([name, rooms]) => ({ path: `${folder}/${name}.spec.ts`, rooms }))
    .filter(({ path, rooms }) => patterns.some((one) => path.includes(one) || rooms.includes(one)))
    .map(({ path }) => path)
}

/** Whether the pattern is the path of a test in the browser, or part of one that no other test has. */
export function namesBrowserTest(pattern) {
  return pattern.startsWith(folder) || pattern.endsWith('.spec.ts')
}
