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
  /** As many as those of an invoice together: a photograph of a good telephone is four to eight megabytes. */
  bytes: 10_000_000,
  bytesPerInvoice: 10_000_000,
  /** Of those that go along with every invoice. */
  always: 5,
  bytesPerOrganization: 5_000_000_000,
} as const
