import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { sharedMaterial } from '../../e-boekhouden/src/testing/shared-material.ts'

/** Holds messages against the schema of the service's own WSDL. */
export interface MessageSchema {
  /** @param envelope a whole SOAP message, with `soap` for a prefix. @throws when its content is not of the schema */
  validate(envelope: string): void
  dispose(): void
}

/** `null`, with a notice, where the WSDL is not at hand. */
export function messageSchema(): MessageSchema | null {
  const wsdl = sharedMaterial('soap.wsdl')
  const schema = wsdl?.match(/<s:schema[\s\S]*<\/s:schema>/)?.[0]
  if (!schema) return null
  const namespaces = 'xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://www.e-boekhouden.nl/soap"'
  const document = XmlDocument.fromString(schema.replace('<s:schema', `<s:schema ${namespaces}`))
  const validator = XsdValidator.fromDoc(document)
  return {
    validate(envelope) {
      const message = XmlDocument.fromString(contentOf(envelope))
      try {
        validator.validate(message)
      } finally {
        message.dispose()
      }
    },
    dispose() {
      validator.dispose()
      document.dispose()
    },
  }
}

function contentOf(envelope: string): string {
  const start = envelope.indexOf('<soap:Body>')
  const end = envelope.lastIndexOf('</soap:Body>')
  if (start < 0 || end < 0) throw new Error('no SOAP body')
  return envelope.slice(start + '<soap:Body>'.length, end)
}
