import type { OfferedVatTreatment } from '../vat/treatments.ts'
import type { ContactFields, ContactInput } from './contact-fields.ts'
import type { Contact, ContactPersonInput } from './contacts.ts'
import type { PostalAddress, PostalAddressInput } from './postal-address.ts'

export const customerKinds = ['company', 'person'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** The languages a document can be in. The customer's decides; without one it is Dutch. */
export const documentLanguages = ['nl', 'en', 'de'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** What is agreed with a customer beyond who it is. A final invoice of before has none of it. */
export type CustomerAgreements = {
  /** Where post goes, where that is not the address itself. */
  readonly postalAddress?: PostalAddress | null
  /** People there, besides the one of `contactName`. */
  readonly contacts?: readonly Contact[]
  /** The number of a Dutch public body, twenty digits. */
  readonly oin?: string | null
  /** Where a receiver of e-invoices is found, as «0106:12345678». */
  readonly peppolId?: string | null
  /** In how many days it pays, from 0 to 365; null for what is usual. */
  readonly paymentTermDays?: number | null
  /** Of its documents; null for Dutch. */
  readonly language?: DocumentLanguage | null
  /** What a new line for it has; null for what follows from its country, kind and VAT number. */
  readonly vatTreatment?: OfferedVatTreatment | null
  /** Whether the e-invoice goes along with its mails as a file of its own; null for what is usual. */
  readonly attachUbl?: boolean | null
}

/** What a person enters of a customer. */
export type CustomerContent = ContactFields &
  CustomerAgreements & {
    readonly kind: CustomerKind
    /** Whom to address at a company. */
    readonly contactName: string | null
    readonly country: string
  }

export type Customer = CustomerContent & {
  readonly id: string
  /** Goes up by one with every change; a save that names an older one is refused. */
  readonly revision: number
}

export type CustomerInput = ContactInput & {
  readonly kind?: string | null | undefined
  readonly contactName?: string | null | undefined
  readonly postalAddress?: PostalAddressInput | null | undefined
  readonly contacts?: readonly ContactPersonInput[] | null | undefined
  readonly oin?: string | null | undefined
  readonly peppolId?: string | null | undefined
  readonly paymentTermDays?: number | null | undefined
  readonly language?: string | null | undefined
  readonly vatTreatment?: string | null | undefined
  /** A text where it was read from a file. */
  readonly attachUbl?: boolean | string | null | undefined
}
