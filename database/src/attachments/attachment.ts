import type { AttachmentFormat } from '@stella/invoicing'

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
