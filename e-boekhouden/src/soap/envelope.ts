import type { OperationName } from '../service/operation-names.ts'
import { encode } from '../wire/encode.ts'
import type { RequestOf } from '../wire/operations.ts'
import { operations } from '../wire/operations.ts'
import type { XmlElement } from '../xml/parse.ts'

export type SoapVersion = '1.1' | '1.2'

export const serviceNamespace = 'http://www.e-boekhouden.nl/soap'

const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
}

/** A request as the service's WSDL asks for it: headers and body of the POST. */
export function writeRequest<O extends OperationName>(
  operation: O,
  content: RequestOf<O>,
  version: SoapVersion,
): { headers: Record<string, string>; body: string } {
  const inner = encode(operation, operations[operation].request, content)
  const qualified = inner.replace(`<${operation}>`, `<${operation} xmlns="${serviceNamespace}">`)
  const body =
    `<?xml version="1.0" encoding="utf-8"?>` +
    `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"` +
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body>${qualified}</soap:Body></soap:Envelope>`
  return { headers: headersOf(operation, version), body }
}

function headersOf(operation: OperationName, version: SoapVersion): Record<string, string> {
  const action = `${serviceNamespace}/${operation}`
  if (version === '1.2') {
    return { 'content-type': `application/soap+xml; charset=utf-8; action="${action}"`, accept: accepted }
  }
  return { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"`, accept: accepted }
}

const accepted = 'text/xml, application/soap+xml'

export type EnvelopeContent =
  | { kind: 'result'; response: XmlElement; result: XmlElement | undefined }
  | { kind: 'fault'; code: 'client' | 'server' | 'other'; description: string }
  | { kind: 'other' }
  | { kind: 'not_soap' }

/** What an answer to `operation` holds, in either version of SOAP and under any prefix. */
export function openEnvelope(operation: OperationName, root: XmlElement): EnvelopeContent {
  const isEnvelope = Object.values(envelopeNamespaces).includes(root.namespace) && root.name === 'Envelope'
  if (!isEnvelope) return { kind: 'not_soap' }
  const body = childOf(root, 'Body')
  const fault = childOf(body, 'Fault')
  if (fault) return readFault(fault)
  const response = childOf(body, `${operation}Response`)
  if (!response) return { kind: 'other' }
  return { kind: 'result', response, result: childOf(response, `${operation}Result`) }
}

function readFault(fault: XmlElement): EnvelopeContent {
  const code = textOf(childOf(fault, 'faultcode')) ?? textOf(childOf(childOf(fault, 'Code'), 'Value')) ?? ''
  const text =
    textOf(childOf(fault, 'faultstring')) ?? textOf(childOf(childOf(fault, 'Reason'), 'Text')) ?? ''
  return { kind: 'fault', code: faultCodes[code.replace(/^.*:/, '')] ?? 'other', description: text }
}

/** SOAP 1.2 calls the two sides Sender and Receiver. */
const faultCodes: Readonly<Record<string, 'client' | 'server'>> = {
  Client: 'client',
  Sender: 'client',
  Server: 'server',
  Receiver: 'server',
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

function textOf(element: XmlElement | undefined): string | null {
  return element?.text.trim() ?? null
}
