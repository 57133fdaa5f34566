import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { openApiDocument, openApiFile } from '../src/openapi/document.ts'
import { declareRoutes } from '../src/routes.ts'
import { breakingSection, unnamed } from './changelog.ts'
import { changesToTell } from './changes-to-tell.ts'
import { compareDocuments } from './compare-documents.ts'

// Says in words what is not committed yet of the API's changes (with `--since-release`: all since the last release),
// and at its end, failing, where the committed document is not what the code says or something breaks that the
// changelog does not name.

const released = new URL('../openapi.released.json', import.meta.url)
const changelog = new URL('../../CHANGELOG.md', import.meta.url)

const current = await openApiDocument(declareRoutes)
const isFresh = current === (await readFile(openApiFile, 'utf8'))
const sinceRelease = compareDocuments(JSON.parse(await readFile(released, 'utf8')), JSON.parse(current))
const silent = unnamed(sinceRelease, breakingSection(await readFile(changelog, 'utf8')))

for (const line of told()) console.log(line)
// In the same stream as the list, so that it stands below it wherever both are read.
if (!isFresh) console.log('api/openapi.json is not what the code says: run npm run write-openapi -w api')
for (const { subject, words } of silent) {
  console.log(`This breaks and is not named under «### Breaking» in CHANGELOG.md: \`${subject}\` ${words}`)
}
process.exitCode = isFresh && silent.length === 0 ? 0 : 1

function told(): string[] {
  if (process.argv.includes('--since-release')) return changesToTell('its last release', sinceRelease)
  const before = committed()
  if (before === undefined || before === current) return []
  return changesToTell('the last commit', compareDocuments(JSON.parse(before), JSON.parse(current)))
}

/** The document as it was committed last; undefined in an archive without git. */
function committed(): string | undefined {
  try {
    const folder = new URL('..', import.meta.url)
    return execFileSync('git', ['show', 'HEAD:./openapi.json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
