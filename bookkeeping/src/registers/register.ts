import type { Said } from '../ports/books.ts'
import type { RelationContent } from '../relations/relation-content.ts'

/** A relation as it stands in the books. */
export type RelationInBooks = RelationContent & { readonly id: number; readonly code: string }

/** An article as it stands in the books; amounts as decimal texts. */
export type ArticleInBooks = {
  readonly code: string
  readonly description: string
  readonly unit: string
  readonly priceExcl: string
  readonly vatCode: string
  readonly ledgerAccount: string
  readonly isActive: boolean
}

/** What is kept in the books beside what is booked: each in one call, however much it is. */
export interface Registers {
  relations(signal: AbortSignal): Promise<Said<readonly RelationInBooks[]>>
  articles(signal: AbortSignal): Promise<Said<readonly ArticleInBooks[]>>
  close(): Promise<void>
}
