import { fromBuffer, type ZipFile } from 'yauzl'

/** The files of an archive by name, read by another program than wrote it. */
export async function unpacked(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const files = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    archive.on('error', reject)
    archive.on('end', () => resolve(files))
    archive.on('entry', (entry) => {
      archive.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        const parts: Buffer[] = []
        for await (const part of stream) parts.push(part as Buffer)
        files.set(entry.fileName, Buffer.concat(parts))
        archive.readEntry()
      })
    })
    archive.readEntry()
  })
}
