import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useToast } from '../components/Toasts.tsx'
import { OfferButton } from '../forms/OfferButton.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import { type DraftFields, fieldsOf, isEmptyLine } from './fields.ts'
import { invoiceQuery, latestInvoiceQuery } from './queries.ts'

type StartWithPreviousProps = { fields: DraftFields; onChange: (part: Partial<DraftFields>) => void }

/** While nothing stands on the lines: begins with what the last invoice of this customer says. */
export function StartWithPrevious({ fields, onChange }: StartWithPreviousProps) {
  const { invoiceForm: words } = useTexts()
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const toast = useToast()
  const { customerId } = fields
  const isBlank = fields.lines.every(isEmptyLine)
  const { data: latest } = useQuery({
    ...latestInvoiceQuery(customerId ?? ''),
    enabled: customerId !== null && isBlank,
  })
  if (!isBlank || customerId === null || !latest) return null
  const begin = async () => {
    const content = contentOf(fieldsOf(await queryClient.fetchQuery(invoiceQuery(latest.id)), language))
    const before = contentOf(fields)
    onChange(content)
    toast({ text: words.startedWith(latest.number ?? ''), undo: () => onChange(before) })
  }
  return (
    <OfferButton onClick={() => void begin().catch(() => toast({ text: words.notStarted }))}>
      {words.startWith(latest.number ?? '')}
    </OfferButton>
  )
}

/** What comes again: not when it was supplied, nor the order it was for. */
function contentOf({
  lines,
  allowances,
  pricesIncludeVat,
  paymentTermDays,
  description,
  buyerReference,
  closing,
}: DraftFields): Partial<DraftFields> {
  return { lines, allowances, pricesIncludeVat, paymentTermDays, description, buyerReference, closing }
}
