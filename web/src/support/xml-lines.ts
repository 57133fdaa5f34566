/** A message as a person reads it: an element a line, empty ones together. */
export type XmlLine =
  | { kind: 'open' | 'close'; depth: number; name: string }
  | { kind: 'value'; depth: number; name: string; value: string }
  | { kind: 'empty'; depth: number; names: string[] }

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/y

/**
 * The lines of a message of the service; null where it is no whole XML, which is then shown as it came. The SOAP
 * envelope says nothing and is left out; so are prefixes and attributes.
 */
export function xmlLines(message: string): XmlLine[] | null {
  const root = treeOf(message)
  if (root === null) return null
  const body = root.name === 'Envelope' ? root.children.find(({ name }) => name === 'Body') : undefined
  return foldEmpty((body?.children ?? [root]).flatMap((element) => linesOf(element, 0)))
}

type Element = { name: string; children: Element[]; text: string }

function treeOf(message: string): Element | null {
  const top: Element = { name: '', children: [], text: '' }
  const open: Element[] = [top]
  let at = 0
  while (at < message.length) {
    token.lastIndex = at
    const found = token.exec(message)
    if (found === null) return null
    at = token.lastIndex
    const [, slash, named, , selfClosing, text] = found
    const parent = open.at(-1)
    if (parent === undefined) return null
    if (text !== undefined) {
      parent.text += text
      continue
    }
    if (named === undefined) continue
    const name = named.slice(named.indexOf(':') + 1)
    if (slash === '/') {
      if (open.length === 1 || open.pop()?.name !== name) return null
      continue
    }
    const element: Element = { name, children: [], text: '' }
    parent.children.push(element)
    if (selfClosing !== '/') open.push(element)
  }
  const [root, more] = top.children
  return open.length === 1 && root !== undefined && more === undefined ? root : null
}

function linesOf({ children, name, text }: Element, depth: number): XmlLine[] {
  if (children.length > 0) {
    return [
      { kind: 'open', depth, name },
      ...children.flatMap((child) => linesOf(child, depth + 1)),
      { kind: 'close', depth, name },
    ]
  }
  const value = unescaped(text.trim())
  return value === '' ? [{ kind: 'empty', depth, names: [name] }] : [{ kind: 'value', depth, name, value }]
}

/** Empty elements beside each other are one line that unfolds. */
function foldEmpty(lines: XmlLine[]): XmlLine[] {
  const folded: XmlLine[] = []
  for (const line of lines) {
    const last = folded.at(-1)
    if (line.kind === 'empty' && last?.kind === 'empty' && last.depth === line.depth) {
      last.names.push(...line.names)
    } else folded.push(line)
  }
  return folded
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity)
}
