import { type CreditContent, creditContent, leftToCredit, type Quantity } from '@stella/invoicing'
import { Chance } from './chance.ts'
import { checkFinal } from './check-final.ts'
import { checkSums } from './check-sums.ts'
import type { Final } from './documents.ts'
import { type DrawnInvoice, drawInvoice } from './draw-invoice.ts'

/** What one seed came to: as many documents as were held to the identities. */
export type Checked = { readonly documents: number; readonly creditNotes: number; readonly lines: number }

/**
 * Draws an invoice from a seed, credits it in parts until nothing is left, and holds every document and all of them
 * together to the identities.
 *
 * @throws IdentityBroken
 */
export function checkHistory(seed: number): Checked {
  const chance = new Chance(seed)
  const drawn = drawInvoice(chance)
  const invoice = finalOf(drawn, 1)
  const notes = creditInParts(drawn, chance)
  for (const final of [invoice, ...notes]) checkFinal(final)
  checkSums(invoice, notes)
  return { documents: 1 + notes.length, creditNotes: notes.length, lines: drawn.lines.length }
}

function finalOf(drawn: DrawnInvoice, place: number): Final {
  const { allowances = [], invoiceDate, lines, paymentTermDays, pricesIncludeVat, totals } = drawn
  const content = { allowances, lines: lines.map((line) => ({ ...line, creditsPosition: 0 })), totals }
  return { ...content, ...headOf(place), credits: null, invoiceDate, paymentTermDays, pricesIncludeVat }
}

function headOf(place: number) {
  return { number: `2026-${String(place).padStart(4, '0')}`, description: '', state: 'final' } as const
}

/** Some parts of some lines, and then all that is left. What cannot be credited by itself goes with the last part. */
function creditInParts(drawn: DrawnInvoice, chance: Chance): Final[] {
  const taken = new Map<number, string>()
  const notes: Final[] = []
  const parts = chance.happens(0.1) ? chance.between(6, 14) : chance.between(0, 4)
  for (let part = 0; part <= parts; part += 1) {
    const wanted = part === parts ? null : wantedOf(leftToCredit(drawn, taken), chance)
    const checked = creditContent(drawn, taken, wanted)
    if (!checked.ok) continue
    for (const { creditsPosition: at, quantity } of checked.value.lines)
      taken.set(at, subtracted(taken.get(at) ?? '0', quantity))
    notes.push(noteOf(drawn, checked.value, notes.length + 2))
  }
  return notes
}

function wantedOf(left: readonly Quantity[], chance: Chance) {
  return left.map((quantity, position) => {
    const share = chance.happens(0.3) ? 0 : chance.happens(0.3) ? 1 : chance.next()
    const decimals = chance.of([0, 2, 4])
    const part = (Number(quantity) * share).toFixed(decimals)
    return { position, quantity: share === 1 || isBeyond(part, quantity) ? quantity : part }
  })
}

function isBeyond(part: string, whole: string): boolean {
  return Math.abs(Number(part)) > Math.abs(Number(whole))
}

function subtracted(from: string, quantity: string): string {
  return (Number(from) - Number(quantity)).toFixed(4)
}

function noteOf(drawn: DrawnInvoice, content: CreditContent, place: number): Final {
  const { invoiceDate, pricesIncludeVat } = drawn
  const credits = { number: '2026-0001' }
  return { ...content, ...headOf(place), credits, invoiceDate, paymentTermDays: 0, pricesIncludeVat }
}
