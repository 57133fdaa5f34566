import { operationNames, operations } from './operations.ts'
import { complexTypes, enumerations } from './types.ts'
import { type Fields, fieldType, listTypeName } from './values.ts'

export const targetNamespace = 'http://www.e-boekhouden.nl/soap'
const soapAction = (operation: string) => `${targetNamespace}/${operation}`

/** The WSDL of the service, with `address` as the place of both its ports. */
export function wsdl(address: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${targetNamespace}" targetNamespace="${targetNamespace}">
  <wsdl:types>
${schema()}
  </wsdl:types>
${operationNames.flatMap((name) => [message(name, 'In', name), message(name, 'Out', `${name}Response`)]).join('\n')}
${portType()}
${binding('soapAppSoap', 'soap')}
${binding('soapAppSoap12', 'soap12')}
  <wsdl:service name="soapApp">
${port('soapAppSoap', 'soap', address)}
${port('soapAppSoap12', 'soap12', address)}
  </wsdl:service>
</wsdl:definitions>`
}

/** The schema inside the WSDL, also usable alone to validate messages. */
export function schema(): string {
  const elements = operationNames.flatMap((name) => {
    const { request, result } = operations[name]
    const response: Fields = result === null ? {} : { [`${name}Result`]: `${result}?` }
    return [rootElement(name, request), rootElement(`${name}Response`, response)]
  })
  const types = Object.entries(complexTypes).map(([name, fields]) => complexType(name, sequence(fields)))
  return `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${targetNamespace}" elementFormDefault="qualified" targetNamespace="${targetNamespace}">
${[...elements, ...types, ...listTypes(), ...enumerationTypes()].join('\n')}
</s:schema>`
}

function rootElement(name: string, fields: Fields): string {
  const content = Object.keys(fields).length === 0 ? '' : sequence(fields)
  return `<s:element name="${name}"><s:complexType>${content}</s:complexType></s:element>`
}

function complexType(name: string, content: string): string {
  return `<s:complexType name="${name}">${content}</s:complexType>`
}

function sequence(fields: Fields): string {
  return `<s:sequence>${Object.entries(fields).map(fieldElement).join('')}</s:sequence>`
}

function fieldElement([field, notation]: [string, string]): string {
  const { name, list, optional, nillable } = fieldType(notation)
  const occurs = `minOccurs="${optional ? 0 : 1}" maxOccurs="1"`
  if (name === 'anyType') return `<s:element ${occurs} name="${field}" />`
  const type = list ? `tns:${listTypeName(name)}` : typeReference(name)
  return `<s:element ${occurs} name="${field}"${nillable ? ' nillable="true"' : ''} type="${type}" />`
}

function typeReference(name: string): string {
  const own = Object.hasOwn(complexTypes, name) || Object.hasOwn(enumerations, name)
  return `${own ? 'tns' : 's'}:${name}`
}

function listTypes(): string[] {
  const listed = Object.values(complexTypes)
    .flatMap((fields) => Object.values(fields))
    .map(fieldType)
    .filter(({ list }) => list)
    .map(({ name }) => name)
  return [...new Set(listed)].map((name) =>
    complexType(
      listTypeName(name),
      `<s:sequence><s:element minOccurs="0" maxOccurs="unbounded" name="${name}" nillable="true" type="tns:${name}" /></s:sequence>`,
    ),
  )
}

function enumerationTypes(): string[] {
  return Object.entries(enumerations).map(([name, values]) => {
    const facets = values.map((value) => `<s:enumeration value="${value}" />`).join('')
    return `<s:simpleType name="${name}"><s:restriction base="s:string">${facets}</s:restriction></s:simpleType>`
  })
}

function message(operation: string, direction: 'In' | 'Out', element: string): string {
  return `  <wsdl:message name="${operation}Soap${direction}"><wsdl:part name="parameters" element="tns:${element}" /></wsdl:message>`
}

function portType(): string {
  const all = operationNames.map(
    (name) =>
      `    <wsdl:operation name="${name}"><wsdl:input message="tns:${name}SoapIn" /><wsdl:output message="tns:${name}SoapOut" /></wsdl:operation>`,
  )
  return `  <wsdl:portType name="soapAppSoap">\n${all.join('\n')}\n  </wsdl:portType>`
}

function binding(name: string, prefix: 'soap' | 'soap12'): string {
  const body = `<${prefix}:body use="literal" />`
  const all = operationNames.map(
    (operation) =>
      `    <wsdl:operation name="${operation}"><${prefix}:operation soapAction="${soapAction(operation)}" style="document" /><wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
  )
  return `  <wsdl:binding name="${name}" type="tns:soapAppSoap">
    <${prefix}:binding transport="http://schemas.xmlsoap.org/soap/http" />
${all.join('\n')}
  </wsdl:binding>`
}

function port(name: string, prefix: 'soap' | 'soap12', address: string): string {
  const location = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `    <wsdl:port name="${name}" binding="tns:${name}"><${prefix}:address location="${location}" /></wsdl:port>`
}
