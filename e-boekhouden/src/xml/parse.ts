import { setImmediate as nextTurn } from 'node:timers/promises'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { BrokenXml, ForbiddenXml } from './parse-errors.ts'
import { refuseMarkup } from './refuse-markup.ts'
import { longestStart, startOf } from './start-of.ts'

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

/**
 * Reads a whole document. No document type is accepted, so that no entity can be declared, fetched or
 * expanded; depth, number of elements and all that is no content are bounded. A document that does not end is broken.
 *
 * Long documents are read in slices, and the event loop turns in between: half a megabyte takes tens of
 * milliseconds, which other requests of the process should not have to wait for.
 */
export async function parseXml(text: string, maxElements = defaultMaxElements): Promise<XmlElement> {
  refuseAtOnce(text)
  const document = text.trimStart()
  refuseTooManyTags(document, maxElements)
  if (tooLongName.test(document)) throw new ForbiddenXml('a name too long')
  refuseMarkup(document, maxElements)
  const tree = treeBuilder(maxElements)
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

/** Characters that are parsed in one go: 1 ms of an ordinary answer, some 10 ms of tags of four characters. */
const sliceLength = 16 * 1024

/** The deepest answer of the WSDL has 9 levels, a fault with details some more. */
const maxDepth = 32

/** More than any element of an answer has. */
const maxAttributes = 32

/**
 * Five thousand relations of 43 elements each, the most that an answer of the default size holds. More: a broken
 * service can fill the memory and hold up the process with tags of four characters. Fewer: the relations of a
 * large administration cannot be read at once.
 */
export const defaultMaxElements = 220_000

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

function treeBuilder(maxElements: number) {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const names = new Map<string, string>()
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
    const element: XmlElement = {
      name: oneCopy(names, tag.local),
      namespace: oneCopy(names, tag.uri),
      text: '',
      nil: isNil(tag.attributes),
      children: noChildren,
    }
    const parent = open.at(-1)
    if (parent?.children.length === 0) parent.children = [element]
    else parent?.children.push(element)
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

/** Most elements have none; the list is never added to. */
const noChildren: XmlElement[] = []

/** A name cut from the document would hold the whole slice it was cut from in memory. */
function oneCopy(names: Map<string, string>, name: string): string {
  const known = names.get(name)
  if (known === undefined && names.size < mostNames) names.set(name, name)
  return known ?? name
}

/** The WSDL has some two hundred. */
const mostNames = 1_000

function isNil(attributes: Readonly<Record<string, SaxesAttributeNS>>): boolean {
  for (const key in attributes) {
    const { local, uri, value } = attributes[key] ?? {}
    if (local === 'nil' && uri === instanceNamespace) return value === 'true' || value === '1'
  }
  return false
}

/** Counted before anything is parsed. */
function refuseTooManyTags(document: string, maxElements: number): void {
  const most = mostTags(maxElements)
  let tags = 0
  for (let at = document.indexOf('<'); at >= 0; at = document.indexOf('<', at + 1)) {
    tags += 1
    if (tags > most) throw new ForbiddenXml('too many tags')
  }
}

/** Of so many elements: each is opened by one tag, and closed by another or by the same. */
export function mostTags(maxElements: number): number {
  return 2 * maxElements
}

/**
 * The parser reports a document type only once it has kept all of it, and reads what cannot become a document
 * through to its end, so the start is looked at first: nothing but declarations and comments may stand before the
 * first element.
 */
function refuseAtOnce(document: string): void {
  const start = startOf(document)
  if (start.kind === 'document_type') throw new ForbiddenXml('a document type')
  if (start.kind !== 'element') throw new BrokenXml('no element')
  if (start.at > longestStart) throw new ForbiddenXml('a start too long')
}

/** Characters; the longest name of the WSDL has 35. */
export const longestName = 1_000
const tooLongName = new RegExp(`<[^\\s<>/!?][^\\s<>/]{${longestName}}`)
