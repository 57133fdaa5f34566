import { SaxesParser } from 'saxes'
import { deepest, mostAttributes } from './limits.ts'
import { XmlError } from './xml-error.ts'

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

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** The elements of a document, from its text part by part. Entities are never expanded. @throws XmlError */
export function growTree(elementsAllowed: number): { write(part: string): void; end(): XmlElement } {
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
  return {
    write: (part) => void parser.write(part),
    end() {
      parser.close()
      return root ?? refuse('Root element is missing.')
    },
  }
}
