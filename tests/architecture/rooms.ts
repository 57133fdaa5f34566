import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

/** A row of a table of rooms: `invoices` in `api`, `database`, … */
export interface Rooms {
  readonly name: string
  readonly workspaces: readonly string[]
}

/** A row of the table of file names; `…` in a name stands for anything. */
export interface FileName {
  readonly workspace: string
  readonly name: string
  readonly standsIn: string
}

const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

export function roomsUnder(heading: string, markdown = contributing): Rooms[] {
  return tableUnder(heading, markdown).map(([name = '', , workspaces = '']) => ({
    name: codeSpans(name)[0] ?? name,
    workspaces: codeSpans(workspaces),
  }))
}

export function fileNames(markdown = contributing): FileName[] {
  return tableUnder('Files in a room', markdown).map(([workspace = '', name = '', , standsIn = '']) => ({
    workspace: codeSpans(workspace)[0] ?? workspace,
    name: codeSpans(name)[0] ?? name,
    standsIn,
  }))
}

/** The rooms on disk, as `workspace/room`: the folders of each `src/`. */
export function roomsOnDisk(paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => {
    const [, workspace, room] = path.match(/^([a-z-]+)\/src\/([^/]+)\//) ?? []
    return workspace === undefined ? [] : [`${workspace}/${room}`]
  })
  return [...new Set(found)].sort()
}

/** What is wrong with the files of the rooms, by the table of file names. */
export function misnamedFiles(
  paths: readonly string[],
  nouns: readonly Rooms[],
  names: readonly FileName[],
): string[] {
  return names.flatMap(({ workspace, name, standsIn }) => {
    const rooms = nouns.filter((noun) => noun.workspaces.includes(workspace)).map((noun) => noun.name)
    const pattern = patternOf(name)
    const filesOf = (room: string) =>
      paths
        .filter((path) => path.startsWith(`${workspace}/src/${room}/`))
        .map((path) => path.slice(path.lastIndexOf('/') + 1))
    const has = (room: string, sought: RegExp) => filesOf(room).some((file) => sought.test(file))
    if (!rooms.some((room) => has(room, pattern))) return [`no room of ${workspace} has a file ${name}`]
    const needed = {
      'every noun': rooms,
      'every noun with pages': rooms.filter((room) => has(room, /Page\.tsx$/)),
      'where it is needed': [],
    }[standsIn]
    if (needed === undefined) return [`«${standsIn}» says nothing of where ${name} stands`]
    return needed
      .filter((room) => !has(room, pattern))
      .map((room) => `${workspace}/src/${room}/ has no ${name}`)
  })
}

function tableUnder(heading: string, markdown: string): string[][] {
  const section = markdown.split(`\n### ${heading}\n`)[1]?.split('\n#')[0]
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no section «${heading}»`)
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

function codeSpans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
}

function patternOf(name: string): RegExp {
  const escaped = name.split('…').map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${escaped.join('.+')}$`)
}
