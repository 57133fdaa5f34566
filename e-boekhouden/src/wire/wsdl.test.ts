import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { operationNames } from '../service/operation-names.ts'
import { sharedMaterial } from '../testing/shared-material.ts'
import { operations } from './operations.ts'
import type { WireType } from './types.ts'

const wsdl = sharedMaterial('soap.wsdl')

describe.runIf(wsdl)('our types and the WSDL', () => {
  const document = XmlDocument.fromString(wsdl ?? '<none/>')
  const names = { s: 'http://www.w3.org/2001/XMLSchema', wsdl: 'http://schemas.xmlsoap.org/wsdl/' }
  const find = (path: string) => document.find(path, names) as XmlElement[]
  const attribute = (element: XmlElement, name: string) => element.attr(name)?.value ?? ''

  it('name the same operations', () => {
    const theirs = find('//wsdl:portType[1]/wsdl:operation').map((element) => attribute(element, 'name'))
    expect([...operationNames].sort()).toEqual([...new Set(theirs)].sort())
    expect(Object.keys(operations).sort()).toEqual([...operationNames].sort())
  })

  for (const operation of operationNames) {
    it(`${operation} has the same elements, in the same order, of the same types`, () => {
      const { request, result } = operations[operation]
      expect(outline(request)).toEqual(outlineOfElement(operation))
      const answer = outlineOfElement(`${operation}Response`)
      expect(result === null ? [] : [[`${operation}Result`, outline(result)]]).toEqual(answer)
    })
  }

  /** A type as nested lists of names and kinds, so that the order counts. */
  function outline(type: WireType): unknown {
    switch (type.kind) {
      case 'record':
        return Object.entries(type.fields).map(([name, field]) => [name, outline(field)])
      case 'list':
        return { list: type.item, of: outline(type.of) }
      case 'choice':
        return { choice: [...type.values] }
      case 'optional':
        return { optional: outline(type.of) }
      case 'dateTime':
        return type.nillable ? 'dateTime nillable' : 'dateTime'
      default:
        return type.kind
    }
  }

  function outlineOfElement(name: string): unknown {
    return sequence(`//s:schema/s:element[@name="${name}"]/s:complexType`)
  }

  function sequence(path: string): unknown[] {
    return find(`${path}/s:sequence/s:element`).map((element) => [
      attribute(element, 'name'),
      typeOf(element),
    ])
  }

  function typeOf(element: XmlElement): unknown {
    const type = attribute(element, 'type').replace(/^\w+:/, '')
    const nillable = attribute(element, 'nillable') === 'true'
    if (type === '' || type === 'anyType' || type === 'string') return 'text'
    if (['long', 'decimal', 'double', 'boolean', 'dateTime'].includes(type)) {
      const mayBeLeftOut = attribute(element, 'minOccurs') === '0'
      const kind = nillable ? `${type} nillable` : type
      return mayBeLeftOut ? { optional: kind } : kind
    }
    const choices = find(`//s:simpleType[@name="${type}"]//s:enumeration`)
    if (choices.length > 0) return { choice: choices.map((choice) => attribute(choice, 'value')) }
    const [item] = find(`//s:complexType[@name="${type}"]/s:sequence/s:element[@maxOccurs="unbounded"]`)
    if (!item) return sequence(`//s:complexType[@name="${type}"]`)
    const itemType = attribute(item, 'type').replace(/^\w+:/, '')
    return { list: attribute(item, 'name'), of: sequence(`//s:complexType[@name="${itemType}"]`) }
  }
})
