/** A text with its escapes undone, and where each of its characters came from. */
export type Unescaped = {
  text: string
  /** Where in the original the character at `index` begins: at its escape, if it was one. */
  sourceStart(index: number): number
  /** Where in the original the text up to `index`, without the character there, ends. */
  sourceEnd(index: number): number
}

type Escape = { start: number; end: number; sourceStart: number; sourceEnd: number }

/** Undoes the escapes of XML (named and numbered), of addresses (UTF-8 in percent) and of JSON. */
export function undoEscapes(source: string): Unescaped {
  const escapes: Escape[] = []
  let text = ''
  let sourceEnd = 0
  for (const match of source.matchAll(anyEscape)) {
    const meant = meaningOf(match[0])
    if (meant === null) continue
    text += source.slice(sourceEnd, match.index)
    const start = text.length
    text += meant
    sourceEnd = match.index + match[0].length
    escapes.push({ start, end: text.length, sourceStart: match.index, sourceEnd })
  }
  text += source.slice(sourceEnd)
  return {
    text,
    sourceStart(index) {
      const one = lastAt(escapes, index)
      if (!one) return index
      return index < one.end ? one.sourceStart : one.sourceEnd + index - one.end
    },
    sourceEnd(index) {
      const one = lastAt(escapes, index - 1)
      if (!one) return index
      return index <= one.end ? one.sourceEnd : one.sourceEnd + index - one.end
    },
  }
}

const anyEscape =
  /&(?:#x?[0-9a-f]{1,10}|amp|lt|gt|quot|apos);|(?:%[0-9a-f]{2}){1,64}|\\(?:u[0-9a-f]{4}|["\\/])/gi

const names: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

function meaningOf(written: string): string | null {
  if (written.startsWith('\\u')) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  if (written.startsWith('\\')) return written.slice(1)
  if (written.startsWith('%')) return Buffer.from(written.replaceAll('%', ''), 'hex').toString()
  const named = names[written.toLowerCase()]
  if (named !== undefined) return named
  const digits = written.slice(2, -1)
  const point = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
  return Number.isInteger(point) && point <= 0x10ffff ? String.fromCodePoint(point) : null
}

/** The last escape that begins at or before the index, found by halving. */
function lastAt(escapes: readonly Escape[], index: number): Escape | undefined {
  let low = 0
  let high = escapes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((escapes[middle]?.start ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return escapes[low - 1]
}
