import { SaxesParser } from 'saxes'
import { deepest, longestName, mostAttributes, mostElements, mostTags } from './limits.ts'

export interface XmlElement {
  namespace: string
  name: string
  children: XmlElement[]
  attributes: XmlAttribute[]
  text: string
  /** xsi:nil="true" */
  nil: boolean
  /** Where the element's content ends, for the messages of faults. */
  line: number
  column: number
}

export interface XmlAttribute {
  namespace: string
  name: string
  value: string
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
  refuseAtOnce(text, Math.max(mostTags, 2 * elementsAllowed))
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
    const attributes = Object.values(tag.attributes).map(
      ({ uri, local, value }): XmlAttribute => ({ namespace: uri, name: local, value }),
    )
    const nil = attributes
      .find(({ namespace, name }) => namespace === schemaInstance && name === 'nil')
      ?.value.trim()
    const element: XmlElement = {
      namespace: tag.uri,
      name: tag.local,
      children: [],
      attributes,
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

/**
 * Looks at the start of a document: nothing but declarations, comments and white space may stand before the root
 * element, so a document type can only be there. What cannot become a document is refused at once too; the parser
 * would first read through all of it, character by character.
 */
function refuseAtOnce(text: string, tagsAllowed: number): void {
  const refuse = (message: string, at: number): never => {
    throw new XmlError(message, 1, at + 1)
  }
  let at = afterSpace(text, 0)
  for (let end = endOf(text, at); end !== null; end = endOf(text, at)) {
    const ending = text.indexOf(end, at)
    if (ending === -1) refuse('Unexpected end of file has occurred.', at)
    at = afterSpace(text, ending + end.length)
  }
  if (at === text.length) refuse('Root element is missing.', at)
  if (text.startsWith('<!DOCTYPE', at)) {
    refuse('For security reasons DTD is prohibited in this XML document.', at)
  }
  if (text.charAt(at) !== '<') refuse('Data at the root level is invalid.', at)
  if (hasMoreTags(text, tagsAllowed)) refuse('The document has too many elements.', at)
  const long = text.search(tooLongName)
  if (long !== -1) refuse('A name is too long.', long)
}

function hasMoreTags(text: string, most: number): boolean {
  let tags = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (++tags > most) return true
  }
  return false
}

/** How a declaration or a comment ends; `null` where neither begins. */
function endOf(text: string, at: number): string | null {
  if (text.startsWith('<?', at)) return '?>'
  return text.startsWith('<!--', at) ? '-->' : null
}

function afterSpace(text: string, from: number): number {
  const space = /[ \t\r\n\uFEFF]*/y
  space.lastIndex = from
  return from + (space.exec(text)?.[0].length ?? 0)
}

const tooLongName = new RegExp(`<[^\\s<>/!?][^\\s<>/]{${longestName}}`)
