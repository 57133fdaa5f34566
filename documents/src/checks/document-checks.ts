import { plainText } from '@stella/invoicing'
import { chooseFonts } from '../fonts/fonts.ts'
import { type InvoiceDocument, isItem } from '../invoice-document.ts'
import { type DocumentPath, missingForProfile, wantedProfile } from '../ubl/profile.ts'

/** A field with characters that no font has, each once. */
export type UnprintableField = { readonly path: string; readonly characters: readonly string[] }

/** The fields that cannot be set whole. To be asked before a document is final: then each shows as «�» for ever. */
export function unprintableFields(document: InvoiceDocument): UnprintableField[] {
  const texts = textsOf(document)
  // Nearly always there is none, and one question for all of them is enough.
  if (chooseFonts(plainText(texts.map(([, text]) => text).join(' '))).missing.length === 0) return []
  return texts.flatMap(([path, text]) => {
    const characters = chooseFonts(plainText(text)).missing
    return characters.length === 0 ? [] : [{ path, characters }]
  })
}

/** The fields whose want keeps the e-invoice from the profile that its receiver asks for. */
export function missingForEInvoice(document: InvoiceDocument): DocumentPath[] {
  return missingForProfile(document, wantedProfile(document))
}

/** What a person entered and a document shows, by its path. */
function textsOf({ organization, customer, invoice }: InvoiceDocument): [string, string][] {
  const lines = invoice.lines.flatMap((line, index) => [
    [`lines.${index}.description`, line.description] as const,
    [`lines.${index}.allowance.reason`, isItem(line) ? line.allowance?.reason : null] as const,
  ])
  const texts: (readonly [string, string | null | undefined])[] = [
    ['description', invoice.description],
    ...lines,
    ['closing', invoice.closing],
    ['buyerReference', invoice.buyerReference],
    ['orderNumber', invoice.orderNumber],
    ['projectNumber', invoice.projectNumber],
    ['contractNumber', invoice.contractNumber],
    ['customer.name', customer.name],
    ['customer.contactName', customer.contactName],
    ['customer.address', customer.address],
    ['customer.postalCode', customer.postalCode],
    ['customer.city', customer.city],
    ['customer.postalAddress.address', customer.postalAddress?.address],
    ['customer.postalAddress.postalCode', customer.postalAddress?.postalCode],
    ['customer.postalAddress.city', customer.postalAddress?.city],
    ['organization.name', organization.name],
    ['organization.accountName', organization.accountName],
    ['organization.address', organization.address],
    ['organization.postalCode', organization.postalCode],
    ['organization.city', organization.city],
    ['organization.terms', organization.terms],
  ]
  return texts.flatMap(([path, text]) => (text ? [[path, text]] : []))
}
