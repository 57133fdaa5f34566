import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isNotFound } from '../api/failure.ts'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { AddIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { CustomerActions } from './CustomerActions.tsx'
import { CustomerDetails } from './CustomerDetails.tsx'
import { CustomerInvoices } from './CustomerInvoices.tsx'
import styles from './CustomerPage.module.css'
import { CustomerStory } from './CustomerStory.tsx'
import { CustomerTurnover } from './CustomerTurnover.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { type CustomerDetail, customerQuery } from './queries.ts'
import { RelationCard } from './RelationCard.tsx'

/** One customer: what was invoiced, how it stands in the books, its story. The form is behind «Bewerken». */
export function CustomerPage() {
  const { customerForm: form, customerPage: words, customers } = useTexts()
  const { customerId } = useParams({ from: '/members/organization/klanten/$customerId' })
  const { data: customer, error, refetch } = useQuery(customerQuery(customerId))
  const [merging, setMerging] = useState(false)
  const [erasing, setErasing] = useState(false)
  if (isNotFound(error)) return <NotFoundPage title={form.notFoundTitle} />
  const back = { link: paths.customers(), label: customers.title }
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
  const isActive = customer.archivedAt === null
  return (
    <>
      <PageHead
        title={customer.name}
        lead={addressOf(customer) || words.noAddress}
        back={back}
        actions={
          <>
            {isActive && (
              <Permitted to="invoices">
                <ButtonLink
                  {...paths.newInvoice({ klant: customer.id })}
                  variant="star"
                  leftSection={<AddIcon aria-hidden />}
                >
                  {form.newInvoice}
                </ButtonLink>
              </Permitted>
            )}
            <CustomerActions
              customer={customer}
              onMerge={() => setMerging(true)}
              onErase={() => setErasing(true)}
            />
          </>
        }
      />
      <div className={styles.notices}>
        <Standing customer={customer} />
      </div>
      <DetailColumns
        // In one column the invoices come first, unless the relation needs somebody.
        explained={customer.relation.state !== 'failed'}
        side={
          <>
            <RelationCard customer={customer} />
            <CustomerDetails customer={customer} />
          </>
        }
      >
        <CustomerInvoices customer={customer} />
        <CustomerTurnover customerId={customer.id} />
        <CustomerStory customerId={customer.id} />
      </DetailColumns>
      {merging && <MergeDialog customer={customer} onClose={() => setMerging(false)} />}
      {erasing && <EraseDialog customer={customer} onClose={() => setErasing(false)} />}
    </>
  )
}

/** That a customer is out of the list, and why. */
function Standing({ customer }: { customer: CustomerDetail }) {
  const { customerPage: words } = useTexts()
  const format = useFormat()
  const { archivedAt, mergedInto } = customer
  const { data: other } = useQuery({ ...customerQuery(mergedInto ?? ''), enabled: mergedInto !== null })
  if (archivedAt === null) return null
  if (mergedInto === null) {
    return (
      <Notice kind="quiet" title={words.archivedSince(format.moment(archivedAt))}>
        {words.archivedText}
      </Notice>
    )
  }
  return (
    <Notice kind="quiet" title={words.mergedTitle}>
      {words.mergedText} <Link {...paths.customer(mergedInto)}>{other?.name ?? words.mergedOther}</Link>
    </Notice>
  )
}

function addressOf({ address, city, postalCode }: CustomerDetail): string {
  const town = [postalCode, city].filter(Boolean).join(' ')
  return [address, town].filter(Boolean).join(', ')
}
