import type { Customer } from '../customers/queries.ts'
import { CompanyDialog } from '../organizations/CompanyDialog.tsx'
import { CustomerDialog } from './CustomerDialog.tsx'

type MendDialogProps = {
  /** The field that holds the invoice back, as `customer.vatNumber` or `organization.iban`. */
  path: string
  customer: Customer | undefined
  onClose: () => void
}

/** In whose form what is wrong at a path is mended; undefined where it is the invoice's own. */
export function partyOf(path: string | undefined): 'customer' | 'organization' | undefined {
  const [party] = path?.split('.') ?? []
  return party === 'customer' || party === 'organization' ? party : undefined
}

/** What is wrong first with the same party. */
export function firstOfParty<Problem extends { path: string }>(problems: readonly Problem[], path: string) {
  return problems.find((problem) => partyOf(problem.path) === partyOf(path))
}

/** The form of the party whose field holds the invoice back, begun at that field. */
export function MendDialog({ path, customer, onClose }: MendDialogProps) {
  const [, field = ''] = path.split('.')
  if (partyOf(path) === 'organization') return <CompanyDialog startAt={field as never} onClose={onClose} />
  if (!customer) return null
  return <CustomerDialog customer={customer} startAt={field as never} onClose={onClose} onSaved={onClose} />
}
