import { Button } from '@mantine/core'
import { Dialog } from '../components/Dialog.tsx'
import { CustomerForm } from '../customers/CustomerForm.tsx'
import type { Customer } from '../customers/queries.ts'
import { useTexts } from '../language/language.tsx'

type CustomerDialogProps = {
  /** What was typed while looking for a customer that is not there. */
  name?: string
  /** The customer to complete, instead of a new one. */
  customer?: Customer
  /** The field to begin at. */
  startAt?: NonNullable<Parameters<typeof CustomerForm>[0]['startAt']>
  onClose: () => void
  onSaved: (customer: Customer) => void
}

/** A customer made or completed on the way, without leaving the invoice. */
export function CustomerDialog({ name, customer, startAt, onClose, onSaved }: CustomerDialogProps) {
  const { customerForm: words, common } = useTexts()
  return (
    <Dialog opened onClose={onClose} title={customer?.name ?? words.newTitle} size="40rem">
      <CustomerForm
        {...(customer && { customer })}
        {...(startAt && { startAt })}
        {...(name !== undefined && { start: { name } })}
        onSaved={onSaved}
        others={(forget) => (
          <Button
            variant="subtle"
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {common.cancel}
          </Button>
        )}
      />
    </Dialog>
  )
}
