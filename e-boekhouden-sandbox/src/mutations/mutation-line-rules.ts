import type { MutationKind, MutationLine } from '../books/administration.ts'
import { findVatCode, type VatCode } from '../books/vat-codes.ts'
import type { Settings } from '../handle/settings.ts'
import { amountLimit, divideRounded, scaled, toCents, wireDecimal } from '../money/cents.ts'
import { refusal, ServerFault } from '../operations/refusal.ts'
import type { ValueOf } from '../protocol/values.ts'

/** @throws Refusal CMUT033, CMUT011, CMUT010, CMUT010.1 @throws ServerFault for an amount too large to keep */
export function checkLine(
  line: ValueOf<'cMutatieRegel'>,
  accountId: number,
  kind: MutationKind,
  vatCheck: Settings['vatCheck'],
): MutationLine {
  const vatCode = findVatCode(line.BTWCode)
  if (!vatCode) throw refusal('CMUT033')
  if (!fits(vatCode, kind)) throw refusal('CMUT011')
  const excl = amount(line.BedragExclBTW)
  const vat = amount(line.BedragBTW)
  const incl = amount(line.BedragInclBTW)
  if (excl + vat !== incl) throw refusal('CMUT010')
  checkVat(line.BTWPercentage, excl, vat, vatCode, vatCheck)
  return {
    entered: amount(line.BedragInvoer),
    excl,
    vat,
    incl,
    vatCode: line.BTWCode.trim().toUpperCase(),
    vatPercentage: wireDecimal(line.BTWPercentage),
    accountId,
    costCenterId: line.KostenplaatsID,
  }
}

/** Sales codes for what was sold, purchase codes for what was bought; payments of invoices bear no VAT. */
function fits({ use }: VatCode, kind: MutationKind): boolean {
  if (kind === 'FactuurVerstuurd') return use !== 'purchase'
  if (kind === 'FactuurOntvangen') return use !== 'sale'
  if (kind === 'FactuurbetalingOntvangen' || kind === 'FactuurbetalingVerstuurd') return use === 'both'
  return true
}

/** The real service's tolerance is not known: one cent, or none in strict mode. */
function checkVat(
  percentage: string,
  excl: number,
  vat: number,
  vatCode: VatCode,
  mode: Settings['vatCheck'],
): void {
  // In cents × 10,000 × 100: exact for a percentage of up to four decimals.
  const exact = BigInt(excl) * scaled(percentage, 4)
  const unit = 1_000_000n
  const difference = exact - BigInt(vat) * unit
  const tolerated = difference <= unit && difference >= -unit
  if (mode === 'cent' && !tolerated) throw refusal('CMUT010.1')
  if (mode === 'strict' && divideRounded(exact, unit) !== BigInt(vat)) throw refusal('CMUT010.1')
  const known = vatCode.percentages === null || vatCode.percentages.includes(wireDecimal(percentage))
  if (mode === 'strict' && !known) throw refusal('CMUT033')
}

function amount(text: string): number {
  const cents = toCents(text)
  if (Math.abs(cents) >= amountLimit) {
    throw new ServerFault('Arithmetic overflow error converting numeric to data type money.')
  }
  return cents
}
