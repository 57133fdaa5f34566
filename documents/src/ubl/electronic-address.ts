import { type ElectronicAddress, isOin, readPeppolId } from '@stella/invoicing'
import type { Recipient, Sender } from '../invoice-document.ts'

/** KvK numbers, OINs of Dutch public bodies, Dutch VAT numbers, mail addresses. */
const KVK = '0106'
const OIN = '0190'
const DUTCH_VAT = '9944'
const MAIL = 'EM'

/** Where the sender is found: by KvK number, or else by VAT number or mail. */
export function addressOfSender(sender: Sender): ElectronicAddress | null {
  const { vatNumber, email } = sender
  const kvkNumber = kvkNumberOf(sender)
  if (kvkNumber !== null) return { scheme: KVK, value: kvkNumber }
  if (vatNumber?.startsWith('NL')) return { scheme: DUTCH_VAT, value: vatNumber }
  return mailAddress(email)
}

/** Where the customer is found: the address given, or else by OIN, KvK number or mail. */
export function addressOfRecipient(customer: Recipient): ElectronicAddress | null {
  const given = readPeppolId(customer.peppolId ?? null)
  if (given !== null) return given
  return legalIdOfRecipient(customer, true) ?? mailAddress(customer.email)
}

/** The number of the customer as a legal entity; for foreign ones without a scheme, which is not known. */
export function legalIdOfRecipient(customer: Recipient, withScheme: boolean): ElectronicAddress | null {
  const oin = customer.oin ?? null
  if (isOin(oin)) return { scheme: OIN, value: oin }
  const kvkNumber = kvkNumberOf(customer)
  if (kvkNumber !== null) return { scheme: KVK, value: kvkNumber }
  const registered = customer.registrationNumber ?? customer.kvkNumber
  return withScheme || registered === null ? null : { scheme: '', value: registered }
}

export function legalIdOfSender(sender: Sender): ElectronicAddress | null {
  const kvkNumber = kvkNumberOf(sender)
  return kvkNumber === null ? null : { scheme: KVK, value: kvkNumber }
}

/** The number in the Dutch register; a foreign company has one of another kind. */
function kvkNumberOf({ kvkNumber }: Sender | Recipient): string | null {
  return kvkNumber !== null && /^\d{8}$/.test(kvkNumber) ? kvkNumber : null
}

function mailAddress(email: string | null): ElectronicAddress | null {
  return email === null ? null : { scheme: MAIL, value: email }
}
