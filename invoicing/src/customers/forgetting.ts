/**
 * What becomes of a customer who asks to be forgotten. `gone`: nothing is left. `emptied`: the books know a relation, so
 * a row without a name stays beside it. `kept`: there are final invoices, which the law wants kept with the name and
 * address on them; what the law does not need goes.
 */
export const forgettings = ['gone', 'emptied', 'kept'] as const
export type Forgetting = (typeof forgettings)[number]

/** Which of these (GDPR article 17(3)(b), with the duty to keep of article 52 AWR). */
export function forgettingOf({
  finalInvoices,
  hasRelation,
}: {
  readonly finalInvoices: number
  readonly hasRelation: boolean
}): Forgetting {
  if (finalInvoices > 0) return 'kept'
  return hasRelation ? 'emptied' : 'gone'
}
