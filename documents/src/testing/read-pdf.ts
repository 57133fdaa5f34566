import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/** The text of each page, read by a library that shares nothing with the one that set it. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  // The library takes the bytes it is given for its own.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false })
  return text.map((page) => page.replaceAll('\u00a0', ' '))
}

/** Which PDF/A the file says it is: «3A». */
export function claimOf(pdf: Uint8Array): string {
  const metadata = [latin(pdf), ...streamsOf(pdf)].join('\n')
  const [, part = ''] = /<pdfaid:part>(\d)</.exec(metadata) ?? []
  const [, conformance = ''] = /<pdfaid:conformance>(\w)</.exec(metadata) ?? []
  return part + conformance
}

export function latin(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1')
}

/** The content of every stream, unpacked where it is packed; of the rest what can be read as text. */
export function streamsOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf)
  return [...latin(pdf).matchAll(/\bstream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    const raw = bytes.subarray(start, bytes.indexOf('endstream', start))
    try {
      return inflateSync(raw).toString('utf8')
    } catch {
      return raw.toString('utf8')
    }
  })
}
