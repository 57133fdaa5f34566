import { readFile } from 'node:fs/promises'
import { openApiDocument, openApiFile } from '../src/openapi/document.ts'
import { declareRoutes } from '../src/routes.ts'
import type { Change } from './change.ts'
import { breakingSection, unnamed } from './changelog.ts'
import { compareDocuments } from './compare-documents.ts'

// Says in words what changed in the API since the last release, and fails when the committed document is not what the
// code says or when something breaks that the changelog does not name.

const released = new URL('../openapi.released.json', import.meta.url)
const changelog = new URL('../../CHANGELOG.md', import.meta.url)

const current = await openApiDocument(declareRoutes)
const isFresh = current === (await readFile(openApiFile, 'utf8'))
const changes = compareDocuments(JSON.parse(await readFile(released, 'utf8')), JSON.parse(current))
const silent = unnamed(changes, breakingSection(await readFile(changelog, 'utf8')))

for (const line of wordsOf(changes)) console.log(line)
if (!isFresh) console.error('api/openapi.json is not what the code says: run npm run write-openapi -w api')
for (const { subject, words } of silent) {
  console.error(`This breaks and is not named under «### Breaking» in CHANGELOG.md: \`${subject}\` ${words}`)
}
process.exitCode = isFresh && silent.length === 0 ? 0 : 1

function wordsOf(all: readonly Change[]): string[] {
  if (all.length === 0) return ['The API is as it was released.']
  return ['The API since its last release:', ...all.map(lineOf).sort()]
}

function lineOf({ breaking, kind, subject, words }: Change): string {
  return `  ${breaking ? 'breaking' : kind}: ${subject} ${words}`
}
