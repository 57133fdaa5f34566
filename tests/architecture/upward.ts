import { importsOf, resolveRelative } from './imports.ts'
import { isTest, type SourceFile } from './sources.ts'

/**
 * Files directly in `src/` that rooms may import all the same, each with its reason. What else stands there puts the
 * rooms together and is imported by none of them.
 */
const sharedByRooms: Record<string, string> = {
  'documents/src/invoice-document.ts': 'what a document is made from: a type of plain values',
  'e-boekhouden-sandbox/src/errors.ts': 'the one error that all rooms throw',
  'e-boekhouden-sandbox/src/parts.ts': 'the type of what is handed to every room',
}

/** A room imports nothing that stands above it, types included; its tests may, as they put things together too. */
export function upwardImports(file: SourceFile): string[] {
  const [, source] = file.path.match(/^([a-z-]+\/src\/)[^/]+\//) ?? []
  if (source === undefined || isTest(file.path)) return []
  return targetsOf(file)
    .filter((target) => target.startsWith(source) && !target.slice(source.length).includes('/'))
    .filter((target) => !(target in sharedByRooms))
    .map((target) => `${file.path} imports ${target}`)
}

/** What is installed never imports what proves it: the simulation, and the test benches. */
export function importsOfProof(file: SourceFile): string[] {
  if (!/^[a-z-]+\/src\//.test(file.path) || isTest(file.path)) return []
  return [...targetsOf(file), ...importsOf(file.text).map(({ specifier }) => specifier)]
    .filter((target) => /\/(testing|simulation)(\/|$)|\.test\.tsx?$/.test(target))
    .map((target) => `${file.path} imports ${target}`)
}

function targetsOf(file: SourceFile): string[] {
  return importsOf(file.text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => resolveRelative(file, specifier))
}
