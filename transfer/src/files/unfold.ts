import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { FileFailure, type FileFailureCode } from './file-failure.ts'

/** More entries than any sheet or archive of ours has. */
const MOST_ENTRIES = 10_000

/**
 * Unfolds an archive without keeping anything, and tells what is in it. What it says of its own size is not believed:
 * each entry is counted as it unfolds, and one that goes on too long ends it all.
 *
 * @returns the names, or why it is not read further
 */
export async function unfoldsTo(
  bytes: Buffer,
  mostBytes: number,
): Promise<{ readonly names: readonly string[] } | FileFailureCode> {
  const archive = await open(bytes)
  if (archive === null) return 'cut_off'
  if (archive.entryCount > MOST_ENTRIES) return 'too_large_inside'
  const names: string[] = []
  let total = 0
  try {
    for await (const entry of entriesOf(archive)) {
      names.push(entry.fileName)
      if ((entry.generalPurposeBitFlag & 1) === 1) return 'protected'
      if (total + entry.uncompressedSize > mostBytes) return 'too_large_inside'
      for await (const chunk of await unfolding(archive, entry)) {
        total += chunk.length
        if (total > mostBytes) return 'too_large_inside'
      }
    }
  } catch {
    return 'cut_off'
  }
  return { names }
}

/**
 * The names in an archive, of which nothing is unfolded.
 *
 * @throws FileFailure `cut_off`, `too_large_inside`
 */
export async function namesIn(bytes: Buffer): Promise<string[]> {
  const archive = await open(bytes)
  if (archive === null) throw new FileFailure('cut_off')
  if (archive.entryCount > MOST_ENTRIES) throw new FileFailure('too_large_inside')
  const names: string[] = []
  try {
    for await (const { fileName } of entriesOf(archive)) names.push(fileName)
  } catch (error) {
    throw new FileFailure('cut_off', { cause: error })
  }
  return names
}

/**
 * The files of an archive whose names are wanted, one after the other. Its sizes are not believed, and neither is what
 * programs put beside the files of a person.
 *
 * @throws FileFailure `cut_off`, `protected`, `too_large_inside`
 */
export async function* filesIn(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
  most: { readonly bytes: number; readonly ofOne: number },
): AsyncIterable<{ readonly name: string; readonly bytes: Buffer }> {
  const archive = await open(bytes)
  if (archive === null) throw new FileFailure('cut_off')
  if (archive.entryCount > MOST_ENTRIES) throw new FileFailure('too_large_inside')
  let total = 0
  for await (const entry of entriesOf(archive)) {
    if (entry.fileName.startsWith('__MACOSX/') || !isWanted(entry.fileName)) continue
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new FileFailure('protected')
    const parts: Buffer[] = []
    let size = 0
    try {
      for await (const part of await unfolding(archive, entry)) {
        size += part.length
        total += part.length
        if (size > most.ofOne || total > most.bytes) throw new FileFailure('too_large_inside')
        parts.push(part)
      }
    } catch (error) {
      throw error instanceof FileFailure ? error : new FileFailure('cut_off', { cause: error })
    }
    yield { name: entry.fileName, bytes: Buffer.concat(parts) }
  }
}

function open(bytes: Buffer): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, archive) => resolve(error ? null : archive))
  })
}

async function* entriesOf(archive: ZipFile): AsyncIterable<Entry> {
  for (let read = 0; read < archive.entryCount; read += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      archive.once('entry', resolve)
      archive.once('error', reject)
      archive.readEntry()
    })
    archive.removeAllListeners('entry')
    archive.removeAllListeners('error')
  }
}

function unfolding(archive: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
