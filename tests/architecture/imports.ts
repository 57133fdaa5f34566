import { posix } from 'node:path'
import type { SourceFile } from './sources.ts'

export interface Import {
  specifier: string
  /** Whether it loads code when the module is loaded; type imports and `import()` do not. */
  loads: boolean
  /** Whether it is an `import()`, which asks for the module only when it is needed. */
  lazy: boolean
}

const statement =
  /^\s*(?:import\s+(?<importsType>type\s+)?(?:[\w\s{},*$]*?\sfrom\s+)?|export\s+(?<exportsType>type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+)['"](?<from>[^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"](?<from>[^'"]+)['"]\s*\)/g

/** The imports and re-exports of a module, as its formatted text shows them. */
export function importsOf(text: string): Import[] {
  const found: Import[] = []
  for (const { groups } of text.matchAll(statement)) {
    const type = groups?.importsType ?? groups?.exportsType
    found.push({ specifier: groups?.from ?? '', loads: type === undefined, lazy: false })
  }
  for (const { groups } of text.matchAll(dynamic)) {
    found.push({ specifier: groups?.from ?? '', loads: false, lazy: true })
  }
  return found
}

/** The file a relative import means, from the root. */
export function resolveRelative(file: SourceFile, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, '')))
}

/** Groups of files that import each other in a circle, types included; each group in alphabetical order. */
export function cycles(files: SourceFile[]): string[][] {
  const graph = new Map(files.map((file) => [file.path, importedFiles(file)]))
  return stronglyConnected(graph).filter((group) => group.length > 1)
}

function importedFiles(file: SourceFile): string[] {
  return importsOf(file.text)
    .filter(({ lazy }) => !lazy)
    .map(({ specifier }) => {
      if (specifier.startsWith('.')) return resolveRelative(file, specifier)
      const [, workspace] = specifier.match(/^@stella\/([a-z-]+)$/) ?? []
      return workspace === undefined ? '' : `${workspace}/src/index.ts`
    })
}

/** Tarjan's algorithm. */
function stronglyConnected(graph: Map<string, string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const groups: string[][] = []
  const visit = (node: string): number => {
    const index = order.size
    order.set(node, index)
    let low = index
    open.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    lowest.set(node, low)
    if (low === index) groups.push(open.splice(open.indexOf(node)).sort())
    return low
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return groups
}
