import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { isNotFound } from '../api/failure.ts'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CustomerForm } from './CustomerForm.tsx'
import styles from './CustomerPage.module.css'
import { customerQuery } from './queries.ts'

/** The form of a customer that is there. */
export function ChangeCustomerPage() {
  const { common, customerForm: words, customers } = useTexts()
  const { customerId } = useParams({ from: '/members/organization/klanten/$customerId/wijzigen' })
  const { veld } = useSearch({ from: '/members/organization/klanten/$customerId/wijzigen' })
  const navigate = useNavigate()
  const toast = useToast()
  const { data: customer, error, refetch } = useQuery(customerQuery(customerId))
  if (isNotFound(error)) return <NotFoundPage title={words.notFoundTitle} />
  const back = { link: paths.customer(customerId), label: customer?.name ?? customers.title }
  if (!customer) {
    return (
      <PageLoading
        title={customers.title}
        back={back}
        error={error}
        unavailable={customers.unavailable}
        onRetry={() => void refetch()}
        className={styles.form}
      />
    )
  }
  return (
    <>
      <PageHead title={words.changeTitle(customer.name)} back={back} />
      <Sheet padded className={styles.form}>
        <Permitted to="registers" sentence="above">
          <CustomerForm
            // Another revision is another form: what was saved elsewhere shows.
            key={`${customer.id}-${customer.revision}`}
            customer={customer}
            {...(veld && { startAt: veld })}
            onSaved={(saved) => {
              toast({ text: words.savedNotice(saved.name) })
              void navigate({ ...paths.customer(saved.id), replace: true })
            }}
            others={(forget) => (
              <ButtonLink {...paths.customer(customer.id)} variant="subtle" onClick={forget}>
                {common.cancel}
              </ButtonLink>
            )}
          />
        </Permitted>
      </Sheet>
    </>
  )
}
