import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

// The schemas of OASIS are no part of the project; where they are not at hand, what needs them is skipped.
const folder = fileURLToPath(new URL('../../../../shared/ubl-xsd/maindoc/', import.meta.url))

export type Schemas = {
  /** @throws an error that says what is not valid */
  validate(xml: string): void
}

/** The schemas of an invoice and of a credit note, or null with a notice where they are not at hand. */
export function openSchemas(): Schemas | null {
  if (!existsSync(folder)) {
    console.warn('Notice: the UBL schemas are not at hand; validation against them is skipped.')
    return null
  }
  xmlRegisterFsInputProviders()
  const validators = { Invoice: validatorOf('Invoice'), CreditNote: validatorOf('CreditNote') }
  return {
    validate(xml) {
      const document = XmlDocument.fromString(xml)
      try {
        validators[document.root.name as keyof typeof validators].validate(document)
      } finally {
        document.dispose()
      }
    },
  }
}

function validatorOf(kind: string): XsdValidator {
  const file = `${folder}UBL-${kind}-2.1.xsd`
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }))
}
