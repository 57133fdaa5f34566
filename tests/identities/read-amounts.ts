/** The amounts that an e-invoice states, in cents and with its own signs. */
export type StatedAmounts = {
  readonly lines: readonly bigint[]
  readonly linesNet: bigint
  readonly allowances: bigint
  readonly charges: bigint
  readonly net: bigint
  readonly vat: bigint
  readonly gross: bigint
  readonly rounding: bigint
  readonly payable: bigint
  /** By category and rate, as in `S 21`. */
  readonly subtotals: ReadonlyMap<string, { readonly taxable: bigint; readonly vat: bigint }>
}

/** Reads them by their names alone: an XML reader would take most of the time of a million documents. */
export function readAmounts(xml: string): StatedAmounts {
  const after = xml.indexOf('<cac:LegalMonetaryTotal>')
  const totals = xml.slice(after, xml.indexOf('</cac:LegalMonetaryTotal>'))
  const total = (name: string) => amountsIn(totals, name)[0] ?? 0n
  const taxes = xml.slice(xml.indexOf('<cac:TaxTotal>'), xml.indexOf('</cac:TaxTotal>'))
  return {
    lines: amountsIn(xml.slice(after + totals.length), 'LineExtensionAmount'),
    linesNet: total('LineExtensionAmount'),
    allowances: total('AllowanceTotalAmount'),
    charges: total('ChargeTotalAmount'),
    net: total('TaxExclusiveAmount'),
    vat: amountsIn(taxes, 'TaxAmount')[0] ?? 0n,
    gross: total('TaxInclusiveAmount'),
    rounding: total('PayableRoundingAmount'),
    payable: total('PayableAmount'),
    subtotals: new Map(taxes.split('<cac:TaxSubtotal>').slice(1).map(subtotalOf)),
  }
}

function subtotalOf(xml: string): [string, { taxable: bigint; vat: bigint }] {
  const category = /<cbc:ID>(\w+)</.exec(xml)?.[1]
  const rate = /<cbc:Percent>([\d.]+)</.exec(xml)?.[1]
  const taxable = amountsIn(xml, 'TaxableAmount')[0] ?? 0n
  return [`${category} ${rate}`, { taxable, vat: amountsIn(xml, 'TaxAmount')[0] ?? 0n }]
}

function amountsIn(xml: string, name: string): bigint[] {
  return [...xml.matchAll(new RegExp(`<cbc:${name} currencyID="EUR">(-?)(\\d+)\\.(\\d\\d)<`, 'g'))].map(
    ([, sign, euros, cents]) => BigInt(`${sign}${euros}${cents}`),
  )
}
