import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

/** Which workspace may import which, as the picture in the README says it; `tests/` crosses them all. */
export function workspacesInReadme(
  readme = readFileSync(join(root, 'README.md'), 'utf8'),
): Record<string, readonly string[]> {
  const rows = readme.split('\n').flatMap((line) => {
    const [, workspace, imports] = line.match(/^\| \[`([a-z-]+)\/`\].*\|\s*([^|]+?)\s*\|$/) ?? []
    if (workspace === undefined || imports === undefined || imports === 'all') return []
    return [[workspace, imports === 'nothing of ours' ? [] : imports.split(', ')] as const]
  })
  return Object.fromEntries(rows)
}

/** The packages a manifest names, such as `web/package.json`. */
export function declaredIn(manifest: string): string[] {
  const parsed = JSON.parse(readFileSync(join(root, manifest), 'utf8'))
  return Object.keys({ ...parsed.dependencies, ...parsed.devDependencies, ...parsed.optionalDependencies })
}
