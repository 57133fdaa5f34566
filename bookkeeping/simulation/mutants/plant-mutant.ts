import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Mutant, Patch } from './mutant.ts'

const root = new URL('../../../', import.meta.url)

/**
 * Makes this process load the engine with a bug in it. The files stay as they are: the change is made on the way
 * from the disk. Must be called before the engine is imported.
 *
 * @throws Error when a patch does not fit any more.
 */
export function plantMutant({ patches }: Mutant): void {
  const sources = patchedSources(patches)
  registerHooks({
    load(url, context, nextLoad) {
      const source = sources.get(url)
      if (source === undefined) return nextLoad(url, context)
      return { format: 'module-typescript', source, shortCircuit: true }
    },
  })
}

/** The patched text of every file that is touched, by its address. */
export function patchedSources(patches: readonly Patch[]): Map<string, string> {
  const sources = new Map<string, string>()
  for (const { file, find, replace } of patches) {
    const url = new URL(file, root).href
    const source = sources.get(url) ?? readFileSync(fileURLToPath(url), 'utf8')
    const times = source.split(find).length - 1
    if (times !== 1) throw new Error(`${file} has ${times} times, not once: ${find}`)
    sources.set(
      url,
      source.replace(find, () => replace),
    )
  }
  return sources
}
