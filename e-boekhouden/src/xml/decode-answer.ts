/**
 * Bytes of an answer to text. The order of precedence is that of RFC 7303: a byte order mark, then the
 * charset of the Content-Type, then the XML declaration, then UTF-8. Throws where the bytes do not fit the
 * charset, because a name that was silently mangled would be compared, stored and sent back.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string | null): string {
  const charset = markOf(bytes) ?? charsetOf(contentType) ?? declaredEncoding(bytes) ?? 'utf-8'
  const label = knownCharsets[charset.toLowerCase()]
  if (label === undefined) throw new RangeError(`unknown charset ${charset.slice(0, 40)}`)
  return new TextDecoder(label, { fatal: true }).decode(bytes)
}

/** The same bytes for people to read: never throws, and shows what does not fit as a replacement character. */
export function decodeForReading(bytes: Uint8Array, contentType: string | null): string {
  try {
    return decodeAnswer(bytes, contentType)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

const knownCharsets: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function charsetOf(contentType: string | null): string | null {
  return contentType?.match(/;\s*charset\s*=\s*"?([^";\s]+)/i)?.[1] ?? null
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return start.match(/^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/)?.[1] ?? null
}
