import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isNotFound } from '../api/failure.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { FinalInvoice } from './FinalInvoice.tsx'
import { InvoiceEditor } from './InvoiceEditor.tsx'
import { invoiceQuery } from './queries.ts'
import { newInvoiceId } from './search.ts'

/** One invoice: the form while it is a draft or new, a frozen page once it is final. */
export function InvoicePage() {
  const { invoices: list, invoicePage: words } = useTexts()
  const { invoiceId } = useParams({ from: '/members/organization/facturen/$invoiceId' })
  const { klant } = useSearch({ from: '/members/organization/facturen/$invoiceId' })
  const form = useFormIdentity(invoiceId)
  const isNew = invoiceId === newInvoiceId
  const {
    data: invoice,
    error,
    refetch,
  } = useQuery({
    ...invoiceQuery(invoiceId),
    enabled: !isNew,
    // A draft under the hands does not change by itself; a final one follows the log.
    refetchOnWindowFocus: false,
  })
  const back = { link: paths.invoices(), label: list.title }

  if (isNotFound(error)) return <NotFoundPage title={words.notFoundTitle} />
  if (!isNew && !invoice) {
    return (
      <PageLoading
        title={list.title}
        back={back}
        error={error}
        unavailable={list.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  if (invoice?.state === 'final') return <FinalInvoice invoice={invoice} />
  return (
    <Permitted to="invoices" sentence="above">
      <InvoiceEditor
        key={form.key}
        invoice={invoice}
        startCustomerId={klant ?? null}
        onCreated={form.noteCreated}
        onReload={async () => {
          if (!isNew) await refetch()
          form.renew()
        }}
      />
    </Permitted>
  )
}

type Identity = { invoiceId: string; createdId: string | undefined; serial: number }

/**
 * Which form is on the screen. When the first save of a new invoice brings it to its own address the form
 * stays the same one, with what is being typed in it; any other address is another form.
 */
function useFormIdentity(invoiceId: string) {
  const [identity, setIdentity] = useState<Identity>({ invoiceId, createdId: undefined, serial: 0 })
  let current = identity
  if (identity.invoiceId !== invoiceId) {
    current =
      invoiceId === identity.createdId
        ? { ...identity, invoiceId }
        : { invoiceId, createdId: undefined, serial: identity.serial + 1 }
    setIdentity(current)
  }
  return {
    key: `form-${current.serial}`,
    noteCreated: (createdId: string) => setIdentity((before) => ({ ...before, createdId })),
    renew: () => setIdentity((before) => ({ ...before, serial: before.serial + 1 })),
  }
}
