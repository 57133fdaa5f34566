import { longestName, mostTags } from './parse.ts'
import { longestStart, shortestElement, startOf } from './start-of.ts'

/** Told of each piece of an answer as it comes: true once what has come is refused, whatever follows. */
export type RefusedAlready = (piece: Uint8Array) => boolean

/**
 * Spares taking in what `parseXml` refuses anyway, since every piece of an answer that is read takes memory.
 * It decides nothing by itself: true is said only where `parseXml` refuses what has come, and all that may follow.
 * So answers in UTF-16, and those whose start is not understood, are read to their end.
 */
export function refusedAlready(maxElements: number): RefusedAlready {
  const isInTags = refusedInTags(maxElements)
  let start = Buffer.alloc(0)
  let looksAt: 'start' | 'tags' | 'nothing' = 'start'

  return (piece) => {
    if (looksAt === 'start') return isInStart(piece)
    return looksAt === 'tags' && isInTags(piece)
  }

  function isInStart(piece: Uint8Array): boolean {
    start = Buffer.concat([start, piece])
    if (start.length < shortestElement) return false
    if (isUtf16(start)) {
      looksAt = 'nothing'
      return false
    }
    const text = new TextDecoder().decode(start)
    const found = startOf(text)
    switch (found.kind) {
      case 'open':
        return text.length - shortestElement >= longestStart
      case 'document_type':
        return true
      case 'element':
        looksAt = 'tags'
        return isInTags(start)
      case 'text':
        looksAt = 'nothing'
        // What is not ASCII may be white space in another charset.
        return text.charCodeAt(found.at) < 0x80
    }
  }
}

/** By its mark, or by the zero in one of its first characters, which are all ASCII in an answer. */
function isUtf16(start: Uint8Array): boolean {
  const [first = 0, second = 0] = start
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first * second === 0
}

/** Counts tags, and the bytes of the name that a piece may end in. */
function refusedInTags(maxElements: number): RefusedAlready {
  const tooManyTags = mostTags(maxElements) + 1
  let tags = 0
  let nameBytes: number | null = null

  return (piece) => {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    if (nameBytes !== null) nameBytes = nameUntil(bytes, 0, nameBytes)
    let at = bytes.indexOf(0x3c)
    while (at >= 0 && tags < tooManyTags && !isTooLong(nameBytes)) {
      tags += 1
      nameBytes = nameUntil(bytes, at + 1, 0)
      at = bytes.indexOf(0x3c, at + 1)
    }
    return tags >= tooManyTags || isTooLong(nameBytes)
  }
}

/** The bytes of a name, those before `from` included, when the piece ends in it; null when the name has ended. */
function nameUntil(bytes: Uint8Array, from: number, before: number): number | null {
  for (let at = from; at < bytes.length; at += 1) {
    const length = before + at - from
    if (isTooLong(length)) return length
    if (endsName(bytes[at] ?? 0, length === 0)) return null
  }
  return before + bytes.length - from
}

/** White space, `<`, `>` and `/`; and at the start `!` and `?`, since what follows is then no name. */
function endsName(byte: number, isFirst: boolean): boolean {
  if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) return true
  if (byte === 0x3c || byte === 0x3e || byte === 0x2f) return true
  return isFirst && (byte === 0x21 || byte === 0x3f)
}

/** A character takes four bytes at most. */
function isTooLong(nameBytes: number | null): boolean {
  return nameBytes !== null && nameBytes > 4 * (longestName + 1)
}
