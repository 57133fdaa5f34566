import { setImmediate as nextTurn } from 'node:timers/promises'
import { SaxesParser } from 'saxes'

/** An element of an answer. Text between its child elements is kept together in `text`. */
export type XmlElement = {
  /** Without prefix. */
  name: string
  /** The namespace that the prefix stood for; empty for none. */
  namespace: string
  text: string
  nil: boolean
  children: XmlElement[]
}

/** The document uses something that no answer of the service needs, or is larger than any answer. */
export class ForbiddenXml extends Error {}

/** The document is not well-formed: broken, truncated, or not XML. */
export class BrokenXml extends Error {}

/**
 * Reads a whole document. No document type is accepted, so that no entity can be declared, fetched or
 * expanded; depth, attributes and number of elements are bounded. A document that does not end is broken.
 *
 * Long documents are read in slices, and the event loop turns in between: half a megabyte takes tens of
 * milliseconds, which other requests of the process should not have to wait for.
 */
export async function parseXml(text: string): Promise<XmlElement> {
  const tree = treeBuilder()
  const document = text.trimStart()
  refuseDocumentType(document)
  try {
    for (let from = 0; from < document.length; from += sliceLength) {
      if (from > 0) await nextTurn()
      tree.write(document.slice(from, from + sliceLength))
    }
    return tree.end()
  } catch (error) {
    if (error instanceof ForbiddenXml) throw error
    throw new BrokenXml('not well-formed')
  }
}

/** Characters that are parsed in one go: some 3 ms. */
const sliceLength = 64 * 1024

/** The deepest answer of the WSDL has 9 levels, a fault with details some more. */
const maxDepth = 32

/** More than any element of an answer has. */
const maxAttributes = 32

/** As many as an answer of eight megabytes has, if its elements take 32 characters each: some 30 MB of memory. */
const maxElements = 250_000

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

function treeBuilder() {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let elements = 0
  let attributes = 0

  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new ForbiddenXml('a document type')
  })
  // Counted as they are read: the parser would first keep all of them.
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > maxAttributes) throw new ForbiddenXml('too many attributes')
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (open.length >= maxDepth) throw new ForbiddenXml('too deep')
    if (elements > maxElements) throw new ForbiddenXml('too many elements')
    const nil = Object.values(tag.attributes).find(
      ({ local, uri }) => local === 'nil' && uri === instanceNamespace,
    )
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      text: '',
      nil: nil?.value === 'true' || nil?.value === '1',
      children: [],
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const append = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', append)
  parser.on('cdata', append)

  return {
    write(slice: string): void {
      parser.write(slice)
    },
    end(): XmlElement {
      parser.close()
      if (root === null) throw new BrokenXml('no element')
      return root
    },
  }
}

/**
 * The parser reports a document type only once it has kept all of it, so the start of the document is looked
 * at first: nothing but declarations and comments may stand before the first element.
 */
function refuseDocumentType(document: string): void {
  let at = 0
  while (at < document.length) {
    if (document.startsWith('<?', at)) at = after(document, '?>', at)
    else if (document.startsWith('<!--', at)) at = after(document, '-->', at)
    else if (document.startsWith('<!', at)) throw new ForbiddenXml('a document type')
    else if (/\s/.test(document.charAt(at))) at += 1
    else return
  }
}

function after(document: string, end: string, from: number): number {
  const at = document.indexOf(end, from)
  return at < 0 ? document.length : at + end.length
}
