import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Schemas } from '../api/client.ts'
import { useToast } from '../components/Toasts.tsx'
import { formatEuro } from '../format/amounts.ts'
import { useFormat } from '../format/format.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { type AllowanceFields, euroFigure } from './allowances.ts'
import type { DraftFields, LineFields, ReadDraft } from './fields.ts'
import { convertPrices, usualPricesQuery } from './queries.ts'

type Draft = { fields: DraftFields; change: (part: Partial<DraftFields>) => void }
type Converted = Schemas['ConvertedPrices']
type Language = Parameters<typeof formatEuro>[1]

/**
 * Whether prices are with VAT. A new invoice begins as the last one was. Once there are prices, the other manner takes
 * them along, so that the same remains to be paid; that is said, and can be taken back.
 */
export function usePriceManner({ fields, change }: Draft, read: ReadDraft, isNew: boolean) {
  const { invoiceForm: words } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const latest = useRef({ fields, read })
  latest.current = { fields, read }
  const isChosen = useRef(!isNew)
  const { data: usual } = useQuery({ ...usualPricesQuery, enabled: isNew })
  useEffect(() => {
    if (usual === undefined || isChosen.current || hasPrices(latest.current.fields)) return
    if (usual !== latest.current.fields.pricesIncludeVat) change({ pricesIncludeVat: usual })
  }, [usual, change])

  return async (pricesIncludeVat: boolean) => {
    isChosen.current = true
    if (!hasPrices(fields)) return change({ pricesIncludeVat })
    if (read.unreadable.length > 0) return toast({ text: words.pricesUnreadable })
    const converted = await convertPrices(read.content).catch(() => null)
    if (converted === null || latest.current.fields.pricesIncludeVat === pricesIncludeVat) {
      return toast({ text: words.pricesNotConverted })
    }
    // Whoever types on meanwhile has prices that were not asked about.
    if (JSON.stringify(latest.current.read.content) !== JSON.stringify(read.content)) {
      return toast({ text: words.pricesNotConverted })
    }
    const { lines, allowances } = fields
    change(withConverted(latest.current, converted, language))
    const { before, after } = converted
    toast({
      text:
        before === after
          ? words.pricesConverted(format.euro(after))
          : words.pricesMoved(format.euro(before), format.euro(after)),
      undo: () => change({ lines, allowances, pricesIncludeVat: !pricesIncludeVat }),
    })
  }
}

function hasPrices({ lines, allowances }: DraftFields): boolean {
  return lines.some(({ unitPrice }) => unitPrice.trim() !== '') || allowances.some(isAmount)
}

function isAmount({ figure, unit }: AllowanceFields): boolean {
  return unit === 'euro' && figure.trim() !== ''
}

/** What was answered stands in the order of what was sent, which leaves out what is empty in the form. */
function withConverted(
  { fields, read }: { fields: DraftFields; read: ReadDraft },
  converted: Converted,
  language: Language,
): Partial<DraftFields> {
  const placesOf = (path: string) => read.allowancePlaces[path] ?? []
  const lines = fields.lines.map((line, place): LineFields => {
    const sentAs = read.places.indexOf(place)
    const own = converted.lines[sentAs]
    if (own === undefined || line.kind === 'text') return line
    const places = placesOf(`lines.${sentAs}.allowances`)
    return {
      ...line,
      unitPrice: formatEuro(own.unitPrice, language),
      allowances: withAmounts(line.allowances, places, own.allowances, language),
    }
  })
  return {
    lines,
    allowances: withAmounts(fields.allowances, placesOf('allowances'), converted.allowances, language),
    pricesIncludeVat: converted.pricesIncludeVat,
  }
}

function withAmounts(
  given: readonly AllowanceFields[],
  places: readonly number[],
  converted: readonly { amount: string | null }[],
  language: Language,
): AllowanceFields[] {
  return given.map((allowance, place) => {
    const amount = converted[places.indexOf(place)]?.amount ?? null
    return amount === null ? allowance : { ...allowance, figure: euroFigure(amount, language) }
  })
}
