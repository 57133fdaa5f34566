import type { ContactFields, ContactInput } from './contact-fields.ts'

export const customerKinds = ['company', 'person'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** What a person enters of a customer. */
export type CustomerContent = ContactFields & {
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
}
