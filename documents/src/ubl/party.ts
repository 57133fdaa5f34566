import { type ContactFields, type ElectronicAddress, isCountryCode } from '@stella/invoicing'
import type { Recipient, Sender } from '../invoice-document.ts'
import {
  addressOfRecipient,
  addressOfSender,
  legalIdOfRecipient,
  legalIdOfSender,
} from './electronic-address.ts'
import { type Element, group, leaf } from './xml.ts'

export function senderElement(sender: Sender): Element | null {
  return partyElement(sender, {
    address: addressOfSender(sender),
    legalId: legalIdOfSender(sender),
    contactName: null,
  })
}

export function recipientElement(recipient: Recipient): Element | null {
  // A number of a country without VAT of the European kind is one of the company, not for VAT (BR-CO-09).
  const foreignNumber = vatNumberOf(recipient) === null ? recipient.vatNumber : null
  const numbered = { ...recipient, registrationNumber: recipient.registrationNumber ?? foreignNumber }
  return partyElement(recipient, {
    address: addressOfRecipient(recipient),
    legalId: legalIdOfRecipient(numbered, false),
    contactName: recipient.contactName,
  })
}

type Identity = {
  readonly address: ElectronicAddress | null
  readonly legalId: ElectronicAddress | null
  readonly contactName: string | null
}

/** A party: its electronic address, name, postal address, VAT number, legal entity and contact. */
function partyElement(party: ContactFields, { address, legalId, contactName }: Identity): Element | null {
  const vatNumber = vatNumberOf(party)
  return group('cac:Party', [
    identifier('cbc:EndpointID', address),
    group('cac:PartyName', [leaf('cbc:Name', party.name)]),
    group('cac:PostalAddress', [
      leaf('cbc:StreetName', party.address),
      leaf('cbc:CityName', party.city),
      leaf('cbc:PostalZone', party.postalCode),
      countryElement(party.country ?? 'NL'),
    ]),
    vatNumber === null ? null : group('cac:PartyTaxScheme', [leaf('cbc:CompanyID', vatNumber), vatScheme()]),
    group('cac:PartyLegalEntity', [
      leaf('cbc:RegistrationName', party.name),
      identifier('cbc:CompanyID', legalId),
    ]),
    group('cac:Contact', [
      leaf('cbc:Name', contactName),
      leaf('cbc:Telephone', party.phone),
      leaf('cbc:ElectronicMail', party.email),
    ]),
  ])
}

function identifier(name: string, id: ElectronicAddress | null): Element | null {
  if (id === null) return null
  return leaf(name, id.value, id.scheme === '' ? {} : { schemeID: id.scheme })
}

/** Kosovo has a code of its own in the list of EN 16931. */
export function countryElement(country: string): Element | null {
  return group('cac:Country', [leaf('cbc:IdentificationCode', country === 'XK' ? '1A' : country)])
}

/** The VAT number, where it begins with the code of a country, EL for Greece or XI for Northern Ireland. */
function vatNumberOf({ vatNumber }: ContactFields): string | null {
  const prefix = vatNumber?.slice(0, 2) ?? ''
  return isCountryCode(prefix) || prefix === 'EL' || prefix === 'XI' ? vatNumber : null
}

export function vatScheme(): Element | null {
  return group('cac:TaxScheme', [leaf('cbc:ID', 'VAT')])
}
