import { isOperation, type OperationName } from '../protocol/operations.ts'
import { targetNamespace } from '../protocol/wsdl.ts'
import type { XmlElement } from '../xml/parse.ts'
import { escapeXml } from '../xml/write.ts'

export type SoapVersion = '1.1' | '1.2'

export const envelopeNamespaces: Record<SoapVersion, string> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
}

export const contentTypes: Record<SoapVersion, string> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
}

/** The kinds of faults, as SOAP 1.1 names them. */
export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand'

/** The caller's request is not one the service can take. */
export class ClientFault extends Error {
  readonly code: FaultCode

  constructor(message: string, code: FaultCode = 'Client') {
    super(message)
    this.name = 'ClientFault'
    this.code = code
  }
}

export function soapVersionOf(contentType: string): SoapVersion | null {
  const media = contentType.split(';')[0]?.trim().toLowerCase()
  if (media === 'text/xml') return '1.1'
  return media === 'application/soap+xml' ? '1.2' : null
}

/** The operation asked for, with its element. The element decides; an action that names another is refused, as a
 * service that routes on it would. @throws ClientFault */
export function readEnvelope(
  root: XmlElement,
  version: SoapVersion,
  action: string,
): { operation: OperationName; body: XmlElement } {
  const expected = envelopeNamespaces[version]
  if (root.name !== 'Envelope' || root.namespace !== expected) {
    const found = root.namespace === '' ? `<${root.name}>` : root.namespace
    throw new ClientFault(
      `Possible SOAP version mismatch: Envelope namespace ${found} was unexpected. Expecting ${expected}.`,
      'VersionMismatch',
    )
  }
  const body = root.children.find(({ name, namespace }) => name === 'Body' && namespace === expected)
  const asked = body?.children[0]
  const named = action.replace(/^"|"$/g, '').trim()
  const byAction = named.startsWith(`${targetNamespace}/`) ? named.slice(targetNamespace.length + 1) : named
  if (named !== '' && !isOperation(byAction)) {
    throw new ClientFault(
      `Server did not recognize the value of HTTP Header SOAPAction: ${named.slice(0, 200)}.`,
    )
  }
  if (!asked) {
    throw new ClientFault(
      'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
    )
  }
  const known = asked.namespace === targetNamespace && isOperation(asked.name) ? asked.name : null
  if (known === null || (named !== '' && byAction !== known)) {
    throw new ClientFault(
      `Server was unable to read request. ---> There is an error in XML document (${asked.line}, ${asked.column}). ---> <${asked.name} xmlns='${asked.namespace}'> was not expected.`,
    )
  }
  return { operation: known, body: asked }
}

/** A whole answer around what stands in its body. */
export function envelope(version: SoapVersion, body: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">` +
    `<soap:Body>${body}</soap:Body></soap:Envelope>`
  )
}

export function faultBody(version: SoapVersion, who: FaultCode, message: string): string {
  const text = escapeXml(message)
  if (version === '1.1') {
    return `<soap:Fault><faultcode>soap:${who}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`
  }
  const code = who === 'Client' ? 'Sender' : who === 'Server' ? 'Receiver' : who
  return `<soap:Fault><soap:Code><soap:Value>soap:${code}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason><soap:Detail /></soap:Fault>`
}

/** The action of a request: its own header in SOAP 1.1, a parameter of the content type in 1.2. */
export function actionOf(version: SoapVersion, header: string, contentType: string): string {
  if (version === '1.1') return header
  return /action\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? header
}
