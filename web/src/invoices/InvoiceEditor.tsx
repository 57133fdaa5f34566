import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { DraftAttachments } from '../attachments/DraftAttachments.tsx'
import { RemoveIcon } from '../components/icons.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status } from '../components/Status.tsx'
import { customerQuery } from '../customers/queries.ts'
import { focusFirstError } from '../forms/problem.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { BookingPanel } from './BookingPanel.tsx'
import { EditorNotices } from './EditorNotices.tsx'
import { FinalizeDialog } from './FinalizeDialog.tsx'
import { FixedTotal } from './FixedTotal.tsx'
import { readDraft } from './fields.ts'
import styles from './InvoiceEditor.module.css'
import { InvoiceHeadFields } from './InvoiceHeadFields.tsx'
import { LinesField } from './LinesField.tsx'
import { firstOfParty, MendDialog } from './MendDialog.tsx'
import { MoreFields } from './MoreFields.tsx'
import { type Invoice, invoiceQuery } from './queries.ts'
import { SavedWhen } from './SavedWhen.tsx'
import { StartWithPrevious } from './StartWithPrevious.tsx'
import { TotalsList } from './TotalsList.tsx'
import { useAutosave } from './use-autosave.ts'
import { useDeleteDraft } from './use-delete-draft.ts'
import { useDraftFields } from './use-draft-fields.ts'
import { useFieldErrors } from './use-field-errors.ts'
import { blockersOf, usePreview } from './use-preview.ts'
import { usePriceManner } from './use-price-manner.ts'
import { useSuggestedTerm } from './use-suggested-term.ts'
import { useSuggestedVat } from './use-suggested-vat.ts'

type InvoiceEditorProps = {
  /** The saved draft; none for a new invoice. */
  invoice: Invoice | undefined
  startCustomerId: string | null
  onCreated: (id: string) => void
  /** Shows the newest version in a fresh form. */
  onReload: () => Promise<void>
}

/** The form of a draft, with the booking it will become beside it. */
export function InvoiceEditor({ invoice, startCustomerId, onCreated, onReload }: InvoiceEditorProps) {
  const { invoiceForm: words, invoices: list } = useTexts()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const nameOf = (id: string | undefined) => `${session?.organization?.id ?? ''}.${id ?? 'nieuw'}`
  const draft = useDraftFields({ invoice, startCustomerId, keepUnder: nameOf(invoice?.id), language })
  const read = useMemo(() => readDraft(draft.fields, language), [draft.fields, language])
  const { data: customer } = useQuery({
    ...customerQuery(draft.fields.customerId ?? ''),
    enabled: draft.fields.customerId !== null,
  })
  useSuggestedVat(customer, draft)
  useSuggestedTerm(customer, draft, invoice === undefined)
  const changePrices = usePriceManner(draft, read, invoice === undefined)
  const autosave = useAutosave({
    invoice,
    read,
    fields: draft.fields,
    nameOf,
    restored: draft.restored,
    outdated: draft.outdated,
    onCreated: (id) => {
      onCreated(id)
      void navigate({ ...paths.invoice(id), replace: true, resetScroll: false })
    },
  })
  const saved = autosave.state.version
  const preview = usePreview(read)
  const errors = useFieldErrors({ read, preview, save: autosave.state, words })
  const [asking, setAsking] = useState(false)
  const [mending, setMending] = useState<string>()
  const throwAway = useDeleteDraft(read, autosave)

  const finalize = async () => {
    errors.showAll()
    const known = await autosave.saveNow()
    const { data: latest } = await preview.refetch()
    const ready = known && autosave.isSettled() && latest?.booking && blockersOf(latest).length === 0
    if (ready) setAsking(true)
    else focusFirstError()
  }

  const mend = async (path: string) => {
    // What was just filled in may still be asked for, until the answer about that is there.
    const latest = preview.isFetching ? (await preview.refetch()).data : preview.data
    setMending(firstOfParty(blockersOf(latest), path)?.path ?? path)
  }

  const startOver = async () => {
    await autosave.untilIdle()
    autosave.stop()
    await onReload()
  }

  const overwrite = async () => {
    if (!saved) return
    const newest = await queryClient.fetchQuery({ ...invoiceQuery(saved.id), staleTime: 0 })
    autosave.overwrite(newest.revision)
  }

  useHotkeys([['mod+S', () => void autosave.saveNow()]], [])

  return (
    <>
      <PageHead
        title={customer ? words.titleFor(customer.name) : words.newTitle}
        back={{ link: paths.invoices(), label: list.title }}
        beside={<Status of="draft" />}
        actions={
          <div className={styles.actions}>
            <SavedWhen state={autosave.state} />
            <Button
              size="sm"
              variant="subtle"
              leftSection={<RemoveIcon aria-hidden />}
              onClick={() => void throwAway()}
            >
              {words.deleteDraft}
            </Button>
          </div>
        }
      />
      <div className={styles.columns}>
        <Sheet padded aria-labelledby="invoice-content">
          <h2 id="invoice-content" className="visually-hidden">
            {words.content}
          </h2>
          <InvoiceHeadFields
            fields={draft.fields}
            customer={customer}
            blockers={preview.data?.booking?.blockers ?? []}
            onMend={setMending}
            errorOf={errors.of}
            onTouch={errors.touch}
            onChange={draft.change}
            onPricesChange={changePrices}
          />
          <MoreFields
            fields={draft.fields}
            errorOf={errors.of}
            onTouch={errors.touch}
            onChange={draft.change}
          />
          <LinesField
            lines={draft.fields.lines}
            pricesIncludeVat={draft.fields.pricesIncludeVat}
            day={draft.fields.supplyUntil || draft.fields.supplyFrom || draft.fields.invoiceDate}
            errorOf={errors.of}
            onTouch={errors.touch}
            onChange={(lines) => draft.change({ lines })}
            allowances={draft.fields.allowances}
            onAllowancesChange={(allowances) => draft.change({ allowances })}
            start={<StartWithPrevious fields={draft.fields} onChange={draft.change} />}
            totals={
              <TotalsList
                totals={preview.data?.totals ?? invoice?.totals ?? null}
                pricesIncludeVat={draft.fields.pricesIncludeVat}
                stale={preview.isStale}
              />
            }
          />
          {saved && <DraftAttachments invoiceId={saved.id} />}
        </Sheet>
        <BookingPanel
          preview={preview}
          customerName={customer?.name ?? ''}
          onMend={(path) => void mend(path)}
          onFinalize={() => void finalize()}
        />
      </div>
      <EditorNotices
        state={autosave.state}
        restored={draft.restored !== undefined && !draft.outdated}
        onStartOver={() => void startOver()}
        onOverwrite={() => void overwrite()}
      />
      <FixedTotal totals={preview.data?.totals ?? null} onFinalize={() => void finalize()} />
      {mending && <MendDialog path={mending} customer={customer} onClose={() => setMending(undefined)} />}
      {asking && saved && preview.data && (
        <FinalizeDialog
          invoice={saved}
          customerName={customer?.name ?? ''}
          preview={preview.data}
          onClose={() => setAsking(false)}
          onFinal={autosave.stop}
          onOutdated={() => {
            setAsking(false)
            autosave.noteOutdated()
            focusFirstError()
          }}
        />
      )}
    </>
  )
}
