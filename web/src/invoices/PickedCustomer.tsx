import { UnstyledButton } from '@mantine/core'
import type { CustomerDetail } from '../customers/queries.ts'
import { useTexts } from '../language/language.tsx'
import styles from './PickedCustomer.module.css'

type PickedCustomerProps = {
  customer: CustomerDetail
  /** The field itself says already that something is missing. */
  saidAbove: boolean
  onComplete: () => void
}

/** Under the picker: where the invoice goes, and what is missing there. */
export function PickedCustomer({ customer, saidAbove, onComplete }: PickedCustomerProps) {
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
    </p>
  )
}
