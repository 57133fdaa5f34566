import { SaxesParser } from 'saxes'
import { deepest, mostAttributes, mostElements } from './limits.ts'

export interface XmlElement {
  namespace: string
  name: string
  children: XmlElement[]
  text: string
  /** xsi:nil="true" */
  nil: boolean
  /** Where the element's content ends, for the messages of faults. */
  line: number
  column: number
}

/** The text is not a well-formed document, or one the service would not take. `line` and `column` are from 1. */
export class XmlError extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.name = 'XmlError'
    this.line = line
    this.column = column
  }
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** Reads a whole document. A document type is refused before anything of it is read; entities are never expanded.
 * `elementsAllowed` is for whoever reads answers, which are longer than requests.
 * @throws XmlError */
export function parseXml(text: string, elementsAllowed = mostElements): XmlElement {
  refuseDocumentType(text)
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let elements = 0
  const refuse = (message: string): never => {
    throw new XmlError(message, parser.line, parser.column + 1)
  }
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('For security reasons DTD is prohibited in this XML document.'))
  let attributesOfTag = 0
  parser.on('opentagstart', () => {
    attributesOfTag = 0
  })
  parser.on('attribute', () => {
    if (++attributesOfTag > mostAttributes) refuse('An element has too many attributes.')
  })
  parser.on('opentag', (tag) => {
    if (++elements > elementsAllowed) refuse('The document has too many elements.')
    if (open.length >= deepest) refuse('The document is nested too deeply.')
    const nil = Object.values(tag.attributes)
      .find(({ uri, local }) => uri === schemaInstance && local === 'nil')
      ?.value.trim()
    const element: XmlElement = {
      namespace: tag.uri,
      name: tag.local,
      children: [],
      text: '',
      nil: nil === 'true' || nil === '1',
      line: parser.line,
      column: parser.column + 1,
    }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
  })
  const addText = (part: string) => {
    const element = open.at(-1)
    if (element) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element) return
    element.line = parser.line
    element.column = parser.column + 1
  })
  parser.write(text).close()
  return root ?? refuse('Root element is missing.')
}

/** A document type can only stand before the root element: what may stand there too is stepped over. */
function refuseDocumentType(text: string): void {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (end === null) break
    const ending = text.indexOf(end, at)
    if (ending === -1) return
    at = ending + end.length
  }
  if (text.startsWith('<!DOCTYPE', at)) {
    throw new XmlError('For security reasons DTD is prohibited in this XML document.', 1, at + 1)
  }
}
