import { existsSync, readFileSync } from 'node:fs'

/** A file of the collected facts about the real service, which stand beside the project where it is developed. Says
 * so when it is missing: what depends on it is then not looked at. */
export function readFact(name: string): string | undefined {
  const file = new URL(`../../../../shared/e-boekhouden/${name}`, import.meta.url)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  console.warn(`${name} of the real service is not here: the comparison with it is left out`)
  return undefined
}
