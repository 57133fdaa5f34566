// Of `npm run check`: whether every package of others is what was locked, free to use, and runs nothing unasked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judgePackages } from './judge-packages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

const problems = judgePackages(
  read('package-lock.json').packages,
  read('package.json').allowScripts,
  licenceOf,
)
for (const problem of problems) console.log(problem)
process.exit(problems.length === 0 ? 0 : 1)

function licenceOf(path: string): string | undefined {
  try {
    // Older ones have an object, or a list of them.
    const { license, licenses } = read(join(path, 'package.json'))
    const said = license ?? licenses?.[0]
    return typeof said === 'string' ? said : said?.type
  } catch {
    return undefined
  }
}
