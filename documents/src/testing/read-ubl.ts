import { parseAmount } from '@stella/invoicing'
import { XmlDocument, XmlElement } from 'libxml2-wasm'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const prefixes = {
  cac: `${UBL}:CommonAggregateComponents-2`,
  cbc: `${UBL}:CommonBasicComponents-2`,
}

/** An element of a UBL document, asked by XPath with the usual prefixes. */
export type UblNode = {
  readonly name: string
  /** The text of every element found. */
  texts(path: string): string[]
  /** The amount of the one element found. */
  amount(path: string): bigint
  nodes(path: string): UblNode[]
}

/** Reads a UBL document with libxml2, which shares nothing with our writer, and hands its root to `work`. */
export function readUbl<T>(xml: string, work: (root: UblNode) => T): T {
  const document = XmlDocument.fromString(xml)
  try {
    return work(nodeOf(document.root))
  } finally {
    document.dispose()
  }
}

function nodeOf(element: XmlElement): UblNode {
  const find = (path: string) => element.find(path, prefixes).filter((it) => it instanceof XmlElement)
  const texts = (path: string) => find(path).map((it) => it.content)
  return {
    name: element.name,
    texts,
    amount: (path) => {
      const found = texts(path)
      if (found.length !== 1) throw new Error(`${found.length} elements at ${path}, not one.`)
      return parseAmount(found[0] ?? '')
    },
    nodes: (path) => find(path).map(nodeOf),
  }
}
