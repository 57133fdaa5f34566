import { type Cents, cents } from '../money/cents.ts'
import type { VatRate } from './treatments.ts'
import { vatOverNet } from './vat-of-group.ts'

/** A net amount with the VAT over it. */
type VatSplit = { readonly net: Cents; readonly vat: Cents }

/** The rest of a division by ten thousand (a rate in hundredths of a per cent) repeats after so many cents. */
const PERIOD = 10_000n

/** Each piece gains half a cent at most, and a part of an invoice is less than two cents beside its rate. */
const MOST_PIECES = 4

/**
 * Divides a net amount so that the rate over each piece, rounded, is the VAT of that piece, and all VAT together is the
 * VAT given: € 5.05 with € 1.07 at 21 % is 0.12 with 0.03 and 4.93 with 1.04. e-Boekhouden.nl checks every line of a
 * mutation like that (CMUT010.1), with a tolerance that is not documented; the lines stand under one code and one
 * account, which so holds what the invoice says to the cent. One piece where nothing has to be divided, and where
 * nothing can.
 */
export function splitExactly({ net, vat }: VatSplit, rate: VatRate): VatSplit[] {
  if (vatOverNet(net, rate) === vat) return [{ net, vat }]
  const sign = net < 0n ? -1n : 1n
  return (
    splitBy(sign, { net, vat, rate }, (rest) => rest * sign > 0n) ??
    splitBy(sign, { net, vat, rate }, () => true) ??
    splitBy(-sign, { net, vat, rate }, () => true) ?? [{ net, vat }]
  )
}

type Divided = VatSplit & { readonly rate: VatRate }

/** Some equal pieces and the rest; the fewest and the smallest that do it. */
function splitBy(
  sign: bigint,
  { net, vat, rate }: Divided,
  isGoodRest: (rest: bigint) => boolean,
): VatSplit[] | null {
  for (let count = 1; count <= MOST_PIECES; count += 1) {
    for (let size = 1n; size <= PERIOD; size += 1n) {
      const piece = pieceOf(sign * size, rate)
      const rest = pieceOf(net - BigInt(count) * piece.net, rate)
      if (!isGoodRest(rest.net)) break
      if (BigInt(count) * piece.vat + rest.vat !== vat) continue
      const pieces = Array.from({ length: count }, () => piece)
      return rest.net === 0n ? pieces : [...pieces, rest]
    }
  }
  return null
}

function pieceOf(net: bigint, rate: VatRate): VatSplit {
  return { net: cents(net), vat: vatOverNet(cents(net), rate) }
}
