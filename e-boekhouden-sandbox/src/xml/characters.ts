const encodings = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
])

/** The text of a request: by its byte order mark, else by the charset of the Content-Type, else by what the XML
 * says of itself, else as UTF-8. `null` when the bytes are not in that encoding, or it is one the service lacks. */
export function decodeText(bytes: Uint8Array, contentType: string): string | null {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]
  const named = charset ?? declaredEncoding(bytes) ?? 'utf-8'
  const encoding = byteOrderMark(bytes) ?? encodings.get(named.toLowerCase())
  if (encoding === undefined) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]
}
