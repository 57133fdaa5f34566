import type { ContactFields } from '@stella/invoicing'
import type { Sender } from '../invoice-document.ts'
import { filled } from '../languages/words.ts'
import type { Wording } from './wording.ts'

export type SenderView = {
  readonly name: string
  /** The file of the logo, which stands for the name; null where the name itself is set. */
  readonly logo: string | null
  readonly isLongName: boolean
  readonly address: readonly string[]
  readonly contact: readonly string[]
}

export type RecipientView = { readonly name: string; readonly address: readonly string[] }

/** From here on the name of the sender is set smaller, and its phone and mail below each other. */
const LONG_NAME = 34
const LONG_CONTACT = 46

export function senderOf(sender: Sender): SenderView {
  const contact = [sender.phone, sender.email].filter((part) => part !== null)
  const together = contact.join(' · ')
  return {
    name: sender.name,
    logo: sender.logo ? logoFile(sender.logo.format) : null,
    isLongName: sender.name.length > LONG_NAME,
    address: addressOf(sender, null),
    contact: together.length > LONG_CONTACT ? contact : together === '' ? [] : [together],
  }
}

/** Under what name the template finds the logo. */
export function logoFile(format: 'png' | 'jpg' | 'svg'): string {
  return `logo.${format}`
}

/** Where post goes stands first, as the window of an envelope wants it; the law wants the address itself as well. */
export function recipientOf({ document, words, format }: Wording): RecipientView {
  const { customer, organization } = document
  const abroad = { home: organization.country ?? 'NL', nameOf: (code: string) => format.country(code) }
  const address = addressOf(customer, abroad)
  const postal = customer.postalAddress ?? null
  return {
    name: customer.name,
    address: [
      ...(customer.contactName === null ? [] : [filled(words.attention, { name: customer.contactName })]),
      ...(postal === null ? address : addressOf(postal, abroad)),
      ...(postal === null || address.length === 0
        ? []
        : [filled(words.visitingAddress, { address: address.join(', ') })]),
    ],
  }
}

type AddressFields = Pick<ContactFields, 'address' | 'postalCode' | 'city' | 'country'>

type Abroad = { readonly home: string; readonly nameOf: (code: string) => string }

/** The address in lines; the country only where it differs from that of the other party. */
function addressOf(party: AddressFields, abroad: Abroad | null): string[] {
  const town = [party.postalCode, party.city].filter((part) => part !== null).join('\u00a0\u00a0')
  const isAbroad = abroad !== null && party.country !== null && party.country !== abroad.home
  return [party.address ?? '', town, isAbroad ? abroad.nameOf(party.country ?? '') : ''].filter(
    (line) => line !== '',
  )
}
