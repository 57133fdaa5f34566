import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { schema } from '../protocol/wsdl.ts'

const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema()))

/** Holds an answer to the schema of the WSDL: throws, with what is wrong, when it does not fit. Faults are left. */
export function checkAnswer(text: string): void {
  const body = /<soap:Body>(.*)<\/soap:Body>/s.exec(text)?.[1]
  if (body === undefined) throw new Error(`no body: ${text.slice(0, 200)}`)
  if (body.startsWith('<soap:Fault>')) return
  const document = XmlDocument.fromString(body)
  try {
    validator.validate(document)
  } finally {
    document.dispose()
  }
}
