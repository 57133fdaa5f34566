/** Several files as one archive, in their order; two may have the same name. */
export async function asArchive(files: readonly File[], name: string): Promise<File> {
  const { zip } = await import('fflate')
  const contents = await Promise.all(files.map((file) => file.arrayBuffer()))
  const entries = Object.fromEntries(
    files.map((file, at) => [`${at + 1}-${file.name}`, new Uint8Array(contents[at] ?? new ArrayBuffer(0))]),
  )
  const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) =>
    zip(entries, (error, archive) => (error ? reject(error) : resolve(archive))),
  )
  return new File([bytes], name, { type: 'application/zip' })
}
