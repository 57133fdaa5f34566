import type { Customer } from '../customers/queries.ts'
import { CompanyDialog } from '../organizations/CompanyDialog.tsx'
import { CustomerDialog } from './CustomerDialog.tsx'

type MendDialogProps = {
  /** The field that holds the invoice back, as `customer.vatNumber` or `organization.iban`. */
  path: string
  customer: Customer | undefined
  onClose: () => void
}

/** Whether what is wrong at a path is mended in a dialog: it is a party's, and not the invoice's own. */
export function isOfParty(path: string): boolean {
  return path.startsWith('customer.') || path.startsWith('organization.')
}

/** The form of the party whose field holds the invoice back, begun at that field. */
export function MendDialog({ path, customer, onClose }: MendDialogProps) {
  const [party, field = ''] = path.split('.')
  if (party === 'organization') return <CompanyDialog startAt={field as never} onClose={onClose} />
  if (!customer) return null
  return <CustomerDialog customer={customer} startAt={field as never} onClose={onClose} onSaved={onClose} />
}
