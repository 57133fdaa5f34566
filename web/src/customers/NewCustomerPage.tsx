import { useNavigate } from '@tanstack/react-router'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { CustomerForm } from './CustomerForm.tsx'
import styles from './CustomerPage.module.css'

/** A new customer. */
export function NewCustomerPage() {
  const { customerForm: words, customers, common } = useTexts()
  const navigate = useNavigate()
  const toast = useToast()
  return (
    <>
      <PageHead title={words.newTitle} back={{ link: paths.customers(), label: customers.title }} />
      <Sheet padded className={styles.form}>
        <Permitted to="registers" sentence="above">
          <CustomerForm
            onSaved={(customer) => {
              toast({ text: words.savedNotice(customer.name) })
              void navigate(paths.customer(customer.id))
            }}
            others={(forget) => (
              <ButtonLink {...paths.customers()} variant="subtle" onClick={forget}>
                {common.cancel}
              </ButtonLink>
            )}
          />
        </Permitted>
      </Sheet>
    </>
  )
}
