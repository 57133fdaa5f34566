import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of an archive; its content is asked for when it is its turn. */
export type Entry = { readonly name: string; readonly content: () => Promise<Readable> }

/**
 * An archive that is written while its entries are made: one is begun when the one before it is out, so that memory does
 * not depend on how many there are. A failure of an entry is one of the stream.
 */
export function zipOf(entries: AsyncIterable<Entry>): Readable {
  const zip = new ZipFile()
  const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false })
  const add = async () => {
    for await (const entry of entries) await addEntry(zip, entry)
    zip.end()
  }
  add().catch((error: unknown) => out.destroy(error as Error))
  return out
}

/** What is compressed already. */
const packed = /\.(pdf|png|jpe?g)$/i

/** Ends when the entry is out. */
async function addEntry(zip: ZipFile, { content, name }: Entry): Promise<void> {
  const stream = await content()
  const isOut = new Promise<void>((resolve, reject) => {
    stream.once('error', reject)
    stream.once('close', resolve)
  })
  zip.addReadStream(stream, name, { compress: !packed.test(name) })
  await isOut
}

/** A file of which everything is there already. */
export function entryOf(name: string, bytes: Buffer): Entry {
  return { name, content: async () => Readable.from([bytes]) }
}
