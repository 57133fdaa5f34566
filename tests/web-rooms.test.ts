import { describe, expect, test } from 'vitest'
import { importsOf, resolveRelative } from './architecture/imports.ts'
import { roomsUnder } from './architecture/rooms.ts'
import { type SourceFile, sourceFiles } from './architecture/sources.ts'

/** Shared ground of the screens, the lowest first: a room imports only rooms before it, and never a place. */
const shared = ['language', 'theme', 'format', 'api', 'routing', 'components', 'forms', 'layouts']

/** The places of the screens: the nouns of CONTRIBUTING.md that have a room there. */
const places = roomsUnder('Nouns')
  .filter(({ workspaces }) => workspaces.includes('web'))
  .map(({ name }) => name)

/** What stands above the places and puts them together. */
const above = ['ambient.d.ts', 'main.tsx', 'router.tsx', 'signed-in-frame.tsx']

const root = 'web/src/'
const files = sourceFiles().filter((file) => file.path.startsWith(root))

describe('the rooms of the screens', () => {
  test('are the known ones', () => {
    const found = new Set(files.map((file) => roomOf(file.path)))
    expect([...found].sort()).toEqual([...shared, ...places, ...above].sort())
  })

  test('never import upwards: shared ground no place, a place nothing above it', () => {
    expect(edges(files).filter(goesUp)).toEqual([])
  })

  test('form no circle of places', () => {
    const between = edges(files).filter(({ from, to }) => places.includes(from) && places.includes(to))
    expect(circleIn(between)).toEqual([])
  })

  test('load a page lazily, from the routes of its own place', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file.text)
        .map(({ specifier, loads }) => ({ loads, page: resolveRelative(file, specifier) }))
        .filter(({ page }) => /Page\.tsx$/.test(page) && places.includes(roomOf(page)))
        .filter(({ page, loads }) => loads || file.path !== `${root}${roomOf(page)}/routes.tsx`)
        .map(({ page }) => `${file.path} imports ${page}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('the finding of what goes up', () => {
  const file = (path: string, text: string): SourceFile => ({ path: root + path, workspace: 'web', text })

  test('sees a place from shared ground, types included, and the router from a place', () => {
    const layout = file('layouts/Band.tsx', "import type { A } from '../overview/queries.ts'")
    const place = file('overview/OverviewPage.tsx', "import { a } from '../router.tsx'")
    const shown = file('components/Table.tsx', "import { a } from '../layouts/Shell.tsx'")
    const fine = file('overview/Answers.tsx', "import { a } from '../components/Sheet.tsx'")
    expect(edges([layout, place, shown, fine]).filter(goesUp)).toHaveLength(3)
  })

  test('sees a circle of places', () => {
    const circle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ]
    expect(circleIn(circle)).toEqual(['a', 'b', 'c'])
    expect(circleIn(circle.slice(1))).toEqual([])
  })
})

type Edge = { from: string; to: string; text: string }

/** The room a file stands in, or its own name where it stands above them. */
function roomOf(path: string): string {
  return path.slice(root.length).split('/')[0] ?? ''
}

function edges(from: SourceFile[]): Edge[] {
  return from.flatMap((file) =>
    importsOf(file.text)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => resolveRelative(file, specifier))
      .map((target) => ({
        from: roomOf(file.path),
        to: roomOf(target),
        text: `${file.path} imports ${target}`,
      }))
      .filter((edge) => edge.from !== edge.to),
  )
}

function goesUp({ from, to }: Edge): boolean {
  if (above.includes(from)) return false
  if (places.includes(from)) return above.includes(to)
  return !shared.slice(0, shared.indexOf(from)).includes(to)
}

/** The rooms that are left when every room that leads to no other left one is taken away, again and again. */
function circleIn(between: Pick<Edge, 'from' | 'to'>[]): string[] {
  const leading = new Set(between.map(({ from }) => from))
  const left = between.filter(({ to }) => leading.has(to))
  return left.length === between.length ? [...leading].sort() : circleIn(left)
}
