import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { FileFailureCode } from './file-failure.ts'

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
