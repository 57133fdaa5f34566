import { posix } from 'node:path'

const statement = /^\s*(import|export)\b[^'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** These files and those that import them, also by way of a file that exports them on. */
export function withImporters(changed, texts) {
  const importers = importersIn(texts)
  const found = new Set(changed)
  const handedOn = [...changed]
  for (let path = handedOn.pop(); path !== undefined; path = handedOn.pop()) {
    for (const { importer, exportsIt } of importers.get(path) ?? []) {
      if (exportsIt && !found.has(importer)) handedOn.push(importer)
      found.add(importer)
    }
  }
  return [...found].sort()
}

function importersIn(texts) {
  const importers = new Map()
  for (const [importer, text] of texts) {
    for (const [, word, inStatement, inCall] of text.matchAll(statement)) {
      const target = fileMeant(importer, inStatement ?? inCall)
      const others = importers.get(target) ?? []
      others.push({ importer, exportsIt: word === 'export' })
      importers.set(target, others)
    }
  }
  return importers
}

function fileMeant(importer, specifier) {
  const [, workspace, part] = specifier.match(/^@stella\/([a-z-]+)(\/.+)?$/) ?? []
  if (workspace !== undefined) return `${workspace}/src${part ?? ''}/index.ts`
  return posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''))
}
