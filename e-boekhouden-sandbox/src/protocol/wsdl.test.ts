import { describe, expect, it } from 'vitest'
import { readFact } from '../testing/facts.ts'
import { parseXml, type XmlElement } from '../xml/parse.ts'
import { wsdl } from './wsdl.ts'

const address = 'http://127.0.0.1:3900/soap.asmx'
const real = readFact('soap.wsdl')

describe('the WSDL', () => {
  it('names this sandbox as the place of both ports', () => {
    const places = wsdl('http://x.example/?a=1&b="2"').match(/location="[^"]*"/g)
    expect(places).toEqual(Array(2).fill('location="http://x.example/?a=1&amp;b=&quot;2&quot;"'))
  })

  it.runIf(real !== undefined)(
    'is built as the real one is, down to order, number and type of every element',
    () => {
      expect(structure(wsdl(address))).toEqual(structure(real ?? ''))
    },
  )
})

/** What a WSDL says, without prefixes, white space, and the order of top-level declarations. */
function structure(text: string): unknown {
  const root = readElement(text)
  return {
    schema: sorted(
      children(root, 'types')
        .flatMap((types) => children(types, 'schema'))
        .flatMap((schema) => schema.children),
    ),
    messages: sorted(children(root, 'message')),
    portTypes: sorted(children(root, 'portType').flatMap((portType) => portType.children)),
    bindings: children(root, 'binding').map(simple),
    services: children(root, 'service').map(simple),
  }
}

interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
}

/** The sandbox's reader leaves attributes out, so they are taken from the text here. */
function readElement(text: string): Node {
  const tags = [...text.matchAll(/<([/?!]?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>/g)]
  const attributesOf = tags.filter(([, kind]) => kind === '').map(([, , , attributes = '']) => attributes)
  const root = parseXml(text)
  let at = 0
  const convert = (element: XmlElement): Node => {
    const attributes = Object.fromEntries(
      [...(attributesOf[at++] ?? '').matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)]
        .map(([, name = '', value = '']): [string, string] => [name, value.replace(/^(s|tns):/, '')])
        .filter(([name]) => !name.startsWith('xmlns') && name !== 'location'),
    )
    return { name: element.name, attributes, children: element.children.map(convert) }
  }
  return convert(root)
}

function children(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name)
}

function simple(node: Node): unknown {
  return [node.name, node.attributes, node.children.map(simple)]
}

function sorted(nodes: Node[]): unknown[] {
  return nodes.map((node) => JSON.stringify(simple(node))).sort()
}
