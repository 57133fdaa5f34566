import type { CustomerContent } from '../customers/customer.ts'
import {
  type LegallyRequiredField,
  missingLegalFields,
  type OrganizationProfile,
} from '../organizations/organization-profile.ts'
import type { Problem, ProblemCode } from '../problems/problem.ts'
import type { InvoiceTotals } from '../vat/compute-totals.ts'
import { type VatTreatment, vatTreatments } from '../vat/treatments.ts'
import { vatNumberProblems } from '../vat-numbers/vat-number-problems.ts'
import type { InvoiceContent } from './invoice.ts'

/** Whom an invoice is from and to. */
export type Parties = { readonly customer: CustomerContent; readonly sender: OrganizationProfile }

/** Up to and including € 100, VAT included, an invoice may be a simplified one (article 34d Wet OB). */
const SIMPLIFIED_UP_TO = 10_000n

/** Treatments of which the sender needs no VAT number of its own: who supplies nothing else may have none. */
const withoutOwnNumber: ReadonlySet<VatTreatment> = new Set<VatTreatment>(['exempt', 'small_business_scheme'])

/**
 * What the law wants on this invoice and is not there, by the field of the party it is missing of. A simplified invoice
 * asks neither the address of the customer nor the sender's VAT number; where the customer owes the VAT an invoice is
 * never simplified.
 */
export function legalProblems(
  content: Pick<InvoiceContent, 'lines' | 'allowances'>,
  totals: InvoiceTotals,
  parties: Parties,
): Problem[] {
  const treatments = totals.vatGroups.map((group) => group.treatment)
  // Of an invoice without lines nobody knows what it will come to.
  const isSimplified = content.lines.length > 0 && mayBeSimplified(totals)
  const needsOwnNumber = !isSimplified && treatments.some((treatment) => !withoutOwnNumber.has(treatment))
  return [
    ...(isSimplified ? [] : problemsOfCustomer(parties.customer)),
    ...missingLegalFields(parties.sender, { vatNumber: needsOwnNumber }).map((field) => ({
      path: `organization.${field}`,
      code: codeOfSender[field],
    })),
    ...vatNumberProblems(treatments, parties.customer),
    ...problemsOfScheme(content, parties),
  ]
}

function mayBeSimplified({ gross, vatGroups }: InvoiceTotals): boolean {
  const size = gross < 0n ? -gross : gross
  return (
    size <= SIMPLIFIED_UP_TO &&
    vatGroups.every(({ treatment }) => vatTreatments[treatment].customersNumber === null)
  )
}

const codeOfSender: Readonly<Record<LegallyRequiredField, ProblemCode>> = {
  address: 'own_address_missing',
  postalCode: 'own_address_missing',
  city: 'own_address_missing',
  kvkNumber: 'own_kvk_number_missing',
  vatNumber: 'own_vat_number_missing',
}

/** Countries without postal codes exist, so only the Netherlands' is asked for. */
function problemsOfCustomer(customer: CustomerContent): Problem[] {
  const wanted =
    customer.country === 'NL' ? (['address', 'postalCode', 'city'] as const) : (['address', 'city'] as const)
  return wanted
    .filter((field) => customer[field] === null)
    .map((field) => ({ path: `customer.${field}`, code: 'customer_address_missing' }))
}

/** Only who takes part in the scheme may say on an invoice that it does. */
function problemsOfScheme(
  { lines, allowances = [] }: Pick<InvoiceContent, 'lines' | 'allowances'>,
  { sender }: Parties,
): Problem[] {
  if (sender.vatScheme === 'small_business_scheme') return []
  const stated = [
    ...lines.map(({ vatTreatment }, index) => [`lines.${index}.vatTreatment`, vatTreatment] as const),
    ...allowances.map(
      ({ vatTreatment }, index) => [`allowances.${index}.vatTreatment`, vatTreatment] as const,
    ),
  ]
  return stated
    .filter(([, vatTreatment]) => vatTreatment === 'small_business_scheme')
    .map(([path]) => ({ path, code: 'not_in_small_business_scheme' }))
}
