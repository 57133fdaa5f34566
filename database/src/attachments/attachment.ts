/** What a file that goes along with an invoice can be: documents and pictures, which every mail program opens. */
export const attachmentFormats = ['pdf', 'png', 'jpg'] as const
export type AttachmentFormat = (typeof attachmentFormats)[number]

/** What programs call each (RFC 2046). */
export const attachmentTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const satisfies Record<AttachmentFormat, string>

/**
 * Bounds. Mail servers take 20 to 25 MB, which base64 makes a third larger: with ten million bytes and the invoice itself
 * a mail stays under fifteen. An organization of two thousand invoices a year with a photograph each takes years to fill
 * its five gigabytes.
 */
export const attachmentLimits = {
  perInvoice: 10,
  bytesPerInvoice: 10_000_000,
  /** Of those that go along with every invoice. */
  always: 5,
  bytesPerOrganization: 5_000_000_000,
} as const

/** An attachment without what it holds. */
export interface StoredAttachment {
  readonly id: string
  readonly name: string
  readonly format: AttachmentFormat
  /** In bytes. */
  readonly size: number
  /** Whether it goes along with every invoice that becomes final. */
  readonly isAlways: boolean
}

/** An attachment with what it holds. */
export interface AttachmentFile extends StoredAttachment {
  readonly data: Uint8Array
}

/** A file as it was read and judged; its name is made unlike those beside it. */
export interface NewAttachment {
  readonly name: string
  readonly format: AttachmentFormat
  readonly data: Uint8Array
  /** Who added it; null for a program. */
  readonly by: string | null
  readonly at: Date
}
