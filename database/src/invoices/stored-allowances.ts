import {
  type Allowance,
  type AllowanceAmount,
  type AllowancePart,
  type Cents,
  type DocumentAllowance,
  formatAmount,
  type InvoiceTotals,
  type LineTotals,
  parseAmount,
  ZERO,
} from '@stella/invoicing'

/** JSON has no whole numbers of any size, so amounts stand in it as decimal strings. */
type Stored<Part> = { [Key in keyof Part]: Part[Key] extends Cents ? string : Part[Key] }

type StoredLineAllowance = Allowance & { readonly comesTo: Stored<AllowanceAmount> }
type StoredDocumentAllowance = DocumentAllowance & { readonly parts: readonly Stored<AllowancePart>[] }

/** The text to store of the discounts and charges of a line; null where there are none. */
export function lineAllowancesJson(
  allowances: readonly Allowance[] = [],
  { allowances: amounts = [] }: Pick<LineTotals, 'allowances'> = {},
): string | null {
  const stored = allowances.map(({ kind, reason, percentage, amount }, at): StoredLineAllowance => {
    const { base, amount: comesTo } = amounts[at] ?? { base: ZERO, amount: ZERO }
    return {
      kind,
      reason,
      percentage,
      amount,
      comesTo: { base: formatAmount(base), amount: formatAmount(comesTo) },
    }
  })
  return stored.length === 0 ? null : JSON.stringify(stored)
}

export function lineAllowancesOf(stored: unknown): { entered: Allowance[]; amounts: AllowanceAmount[] } {
  const rows = (stored ?? []) as StoredLineAllowance[]
  return {
    entered: rows.map(({ comesTo: _, ...entered }) => entered),
    amounts: rows.map(({ comesTo }) => ({
      base: parseAmount(comesTo.base),
      amount: parseAmount(comesTo.amount),
    })),
  }
}

/** The same of those on the whole. */
export function documentAllowancesJson(
  allowances: readonly DocumentAllowance[] = [],
  totals: Pick<InvoiceTotals, 'allowances'>,
): string | null {
  const stored = allowances.map((allowance, at): StoredDocumentAllowance => {
    const { kind, reason, percentage, amount, vatTreatment, vatRate } = allowance
    const parts = (totals.allowances?.[at] ?? []).map(storedPart)
    return { kind, reason, percentage, amount, vatTreatment, vatRate, parts }
  })
  return stored.length === 0 ? null : JSON.stringify(stored)
}

function storedPart({ treatment, rate, base, amount, net }: AllowancePart): Stored<AllowancePart> {
  return {
    treatment,
    rate,
    base: formatAmount(base),
    amount: formatAmount(amount),
    net: formatAmount(net),
  }
}

export function documentAllowancesOf(stored: unknown): {
  entered: DocumentAllowance[]
  parts: AllowancePart[][]
} {
  const rows = (stored ?? []) as StoredDocumentAllowance[]
  return {
    entered: rows.map(({ parts: _, ...entered }) => entered),
    parts: rows.map(({ parts }) =>
      parts.map(({ treatment, rate, base, amount, net }) => ({
        treatment,
        rate,
        base: parseAmount(base),
        amount: parseAmount(amount),
        net: parseAmount(net),
      })),
    ),
  }
}
