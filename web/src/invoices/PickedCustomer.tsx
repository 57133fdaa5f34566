import { UnstyledButton } from '@mantine/core'
import type { CustomerDetail } from '../customers/queries.ts'
import { useTexts } from '../language/language.tsx'
import styles from './PickedCustomer.module.css'

type PickedCustomerProps = {
  customer: CustomerDetail
  /** The field itself says already that something is missing. */
  saidAbove: boolean
  /** Why the VAT number holds the invoice back. */
  vatNumberProblem: string | undefined
  onComplete: () => void
  onMend: (path: string) => void
}

/** Under the picker: where the invoice goes, and what is missing there. */
export function PickedCustomer(props: PickedCustomerProps) {
  const { customer, saidAbove, vatNumberProblem, onComplete, onMend } = props
  const { invoiceForm: words } = useTexts()
  const complete = customer.address && customer.city
  return (
    <p className={styles.picked}>
      {complete ? (
        <>
          {customer.address}, <span className={styles.whole}>{customer.postalCode}</span> {customer.city}
        </>
      ) : (
        <>
          {saidAbove ? null : `${words.noAddress} `}
          <UnstyledButton className={styles.complete} onClick={onComplete}>
            {words.completeAddress}
          </UnstyledButton>
        </>
      )}
      {customer.vatNumber && (
        <>
          <br />
          <span className={styles.whole}>{words.vatNumberOf(customer.vatNumber)}</span>
        </>
      )}
      {vatNumberProblem && (
        <>
          <br />
          {vatNumberProblem === 'customer_vat_number_missing' ? words.noVatNumber : words.otherVatNumber}{' '}
          <UnstyledButton className={styles.complete} onClick={() => onMend('customer.vatNumber')}>
            {words.enterNow}
          </UnstyledButton>
        </>
      )}
    </p>
  )
}
