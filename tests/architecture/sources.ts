import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the root, with forward slashes: `database/src/index.ts`. */
  path: string
  /** The folder at the root it stands in: `database`. */
  workspace: string
  text: string
}

const ignoredFolders = new Set(['node_modules', 'dist', 'coverage', 'output', '.stella', '.git'])
const code = /\.(ts|tsx|mts|mjs|js)$/
const generated = /\.(generated|gen)\.tsx?$/

/** Whether it proves the product instead of being part of it. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/') || path.includes('/simulation/')
}

/** Every hand-written source file of the project. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ignoredFolders.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap((entry) => filesUnder(join(root, entry.name)))
    .filter((path) => code.test(path) && !generated.test(path))
    .map((path) => {
      const fromRoot = relative(root, path).split(sep).join('/')
      return {
        path: fromRoot,
        workspace: fromRoot.slice(0, fromRoot.indexOf('/')),
        text: readFileSync(path, 'utf8'),
      }
    })
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : filesUnder(join(folder, entry.name))
    return [join(folder, entry.name)]
  })
}
