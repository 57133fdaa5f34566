import { useEffect, useRef } from 'react'
import type { CustomerDetail } from '../customers/queries.ts'
import { type DraftFields, usualTermDays } from './fields.ts'

type Draft = { fields: DraftFields; change: (part: Partial<DraftFields>) => void }

/**
 * The term follows the customer who is chosen, as long as nobody chose another: what is agreed with that one, or else
 * the usual term. Of a saved draft the term stays what it was saved with, until another customer is chosen.
 */
export function useSuggestedTerm(
  customer: CustomerDetail | undefined,
  { fields, change }: Draft,
  isNew: boolean,
): void {
  const proposed = useRef(isNew ? usualTermDays : null)
  const term = useRef(fields.paymentTermDays)
  term.current = fields.paymentTermDays
  const agreed = customer === undefined ? undefined : (customer.paymentTermDays ?? usualTermDays)
  useEffect(() => {
    if (agreed === undefined) return
    if (proposed.current === term.current && agreed !== term.current) change({ paymentTermDays: agreed })
    proposed.current = agreed
  }, [agreed, change])
}
