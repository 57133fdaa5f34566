import { useEffect, useRef } from 'react'
import type { CustomerDetail } from '../customers/queries.ts'
import { type DraftFields, withSuggestedVat } from './fields.ts'

type Draft = { fields: DraftFields; change: (part: Partial<DraftFields>) => void }

/** Lines follow the customer in their VAT until a person chooses it; what was saved once was chosen. */
export function useSuggestedVat(customer: CustomerDetail | undefined, { fields, change }: Draft): void {
  const lines = useRef(fields.lines)
  lines.current = fields.lines
  const suggested = customer?.suggestedVatTreatment
  useEffect(() => {
    if (suggested === undefined || lines.current.every((line) => line.vatIsChosen)) return
    change({ lines: withSuggestedVat(lines.current, suggested) })
  }, [suggested, change])
}
