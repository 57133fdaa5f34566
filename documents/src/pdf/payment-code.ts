import { type Cents, formatAmount, onOneLine } from '@stella/invoicing'
import { encodeQR } from 'qr'
import { type InvoiceDocument, isCreditNote, isFinal } from '../invoice-document.ts'

/** The most characters of a name and of a remittance text (EPC069-12), and of amounts the highest. */
const NAME_LENGTH = 70
const REFERENCE_LENGTH = 140

/** As many bytes as the largest code that the norm allows holds (version 13 at M); apps refuse a larger one. */
const PAYLOAD_BYTES = 331

/**
 * What a banking app reads from the code on the invoice: EPC069-12, version 002, so that no BIC is needed. The
 * name is that of the account, as banks compare it; the text is the number of the invoice. Null where there is
 * nothing to pay or nowhere to pay it. `toPay` is what is open, where that is no longer all of it.
 */
export function paymentCode(
  document: InvoiceDocument,
  toPay: Cents = document.invoice.totals.gross,
): string | null {
  const { organization } = document
  if (!isFinal(document) || isCreditNote(document)) return null
  if (organization.iban === null || toPay <= 0n) return null
  const payload = (name: string) =>
    [
      'BCD',
      '002',
      '1', // UTF-8
      'SCT',
      '', // BIC
      name,
      organization.iban,
      `EUR${formatAmount(toPay)}`,
      '', // purpose
      '', // structured reference
      shortened(onOneLine(document.invoice.number), REFERENCE_LENGTH),
    ].join('\n')
  let name = shortened(onOneLine(organization.accountName ?? organization.name), NAME_LENGTH)
  while (Buffer.byteLength(payload(name)) > PAYLOAD_BYTES) name = shortened(name, [...name].length - 1)
  return payload(name)
}

/** The white edge that the encoder draws at the least; the layout has its own, wider one. */
const BORDER = 1

/** The code as a picture of black squares, at error correction M as the norm wants it. */
export function paymentCodePicture(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const size = rows.length - 2 * BORDER
  const box = `viewBox="${BORDER} ${BORDER} ${size} ${size}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} shape-rendering="crispEdges"><path d="${squares.join('')}"/></svg>`
}

function shortened(text: string, length: number): string {
  return [...text].slice(0, length).join('')
}
