import { FileFailure } from './file-failure.ts'

export const fileKinds = ['text', 'excel', 'ubl', 'audit_file'] as const
export type FileKind = (typeof fileKinds)[number]

/**
 * What a file is, by how it begins: its name may say anything. An archive is a sheet or documents, as its own names say.
 *
 * @throws FileFailure `empty`, `not_a_table`, `old_excel`
 */
export function fileKindOf(start: Uint8Array): FileKind | 'archive' {
  if (start.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) throw new FileFailure('empty')
  if (begins(start, [0x50, 0x4b, 0x03, 0x04])) return 'archive'
  // Also a locked .xlsx: the lock is a container of the older kind.
  if (begins(start, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FileFailure(isLocked(start) ? 'protected' : 'old_excel')
  }
  const document = documentKinds.get(rootOf(start) ?? '')
  if (document !== undefined) return document
  if (others.some((signature) => begins(start, signature)) || !isText(start))
    throw new FileFailure('not_a_table')
  return 'text'
}

/** By the name of the first element. */
const documentKinds: ReadonlyMap<string, FileKind> = new Map([
  ['auditfile', 'audit_file'],
  ['Invoice', 'ubl'],
  ['CreditNote', 'ubl'],
])

/** The name of the first element of an XML document, without its prefix; null of what is none. */
function rootOf(start: Uint8Array): string | null {
  const [first, second] = start
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const head = new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(
    start.subarray(0, 8_192),
  )
  if (!head.trimStart().startsWith('<')) return null
  const [, name] = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/.exec(head.replaceAll(/<!--[\s\S]*?-->/g, '')) ?? []
  return name ?? null
}

/** PDF, PNG, JPEG, GIF, gzip, an HTML page, XML: what people choose by mistake. */
const others = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [...Buffer.from('<!DOCTYPE')],
  [...Buffer.from('<html')],
  [...Buffer.from('<?xml')],
]

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function isLocked(start: Uint8Array): boolean {
  return Buffer.from(start).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** Text has no control characters, but for UTF-16, of which every other byte is zero. */
function isText(start: Uint8Array): boolean {
  const zeros = [0, 1].map((parity) => start.some((byte, at) => at % 2 === parity && byte === 0))
  if (zeros[0] && zeros[1]) return false
  return !start.some((byte) => byte !== 0 && (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a)))
}
