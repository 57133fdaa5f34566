import type { ContactFields } from '@stella/invoicing'
import { type Element, group, leaf } from './xml.ts'

/** The scheme of Dutch KvK numbers in the lists of electronic addresses and of legal identifiers (ISO 6523). */
const KVK_SCHEME = '0106'

/** A party of the invoice: its electronic address, name, postal address, VAT number, legal entity and contact. */
export function partyElement(party: ContactFields, contactName: string | null): Element | null {
  const kvkScheme = { schemeID: KVK_SCHEME }
  return group('cac:Party', [
    leaf('cbc:EndpointID', party.kvkNumber, kvkScheme),
    group('cac:PartyName', [leaf('cbc:Name', party.name)]),
    group('cac:PostalAddress', [
      leaf('cbc:StreetName', party.address),
      leaf('cbc:CityName', party.city),
      leaf('cbc:PostalZone', party.postalCode),
      group('cac:Country', [leaf('cbc:IdentificationCode', party.country ?? 'NL')]),
    ]),
    party.vatNumber === null
      ? null
      : group('cac:PartyTaxScheme', [leaf('cbc:CompanyID', party.vatNumber), vatScheme()]),
    group('cac:PartyLegalEntity', [
      leaf('cbc:RegistrationName', party.name),
      leaf('cbc:CompanyID', party.kvkNumber, kvkScheme),
    ]),
    group('cac:Contact', [
      leaf('cbc:Name', contactName),
      leaf('cbc:Telephone', party.phone),
      leaf('cbc:ElectronicMail', party.email),
    ]),
  ])
}

export function vatScheme(): Element | null {
  return group('cac:TaxScheme', [leaf('cbc:ID', 'VAT')])
}
