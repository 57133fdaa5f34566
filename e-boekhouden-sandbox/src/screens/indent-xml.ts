/** Comments, CDATA, instructions, tags, and the text between them. */
const pieces = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g

/**
 * A well-formed document with a line per element, each piece as it was written: with its prefix, attributes and
 * namespaces, as only those tell why a request that looks right was not understood. Nothing but white space between
 * elements differs; what stands in an element without children is left as it is.
 */
export function indentXml(source: string): string {
  const found = source.match(pieces) ?? []
  const lines: string[] = []
  let depth = 0
  for (let at = 0; at < found.length; at++) {
    const piece = found[at] ?? ''
    if (piece.trim() === '') continue
    if (isEnd(piece)) depth--
    const end = isStart(piece) ? endOfContent(found, at) : null
    const line = end === null ? piece.trim() : found.slice(at, end + 1).join('')
    lines.push('  '.repeat(depth) + line)
    if (end !== null) at = end
    else if (isStart(piece)) depth++
  }
  return lines.join('\n')
}

/** Where the element that starts there ends, when no other element stands in it. */
function endOfContent(found: readonly string[], start: number): number | null {
  for (let at = start + 1; at < found.length; at++) {
    const piece = found[at] ?? ''
    if (isEnd(piece)) return at
    if (isStart(piece) || isEmpty(piece)) return null
  }
  return null
}

function isStart(piece: string): boolean {
  return /^<[^/!?]/.test(piece) && !piece.endsWith('/>')
}

function isEnd(piece: string): boolean {
  return piece.startsWith('</')
}

function isEmpty(piece: string): boolean {
  return /^<[^/!?]/.test(piece) && piece.endsWith('/>')
}
