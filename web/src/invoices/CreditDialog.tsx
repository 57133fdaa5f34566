import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Facts } from '../components/Facts.tsx'
import { useToast } from '../components/Toasts.tsx'
import { formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { fieldProblemsOf } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { TickField } from '../forms/TickField.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { seriesQuery } from '../series/queries.ts'
import styles from './CreditDialog.module.css'
import {
  type CreditContent,
  creditInvoice,
  creditPreviewQuery,
  type Invoice,
  invoiceQuery,
} from './queries.ts'

/** A pause this long asks again, so that the amount follows the typing. */
const pauseMs = 200

type CreditDialogProps = { invoice: Invoice; onClose: () => void }

/** The one question before a credit note, which cannot be undone: how much of which line, and what it comes to. */
export function CreditDialog({ invoice, onClose }: CreditDialogProps) {
  const { invoicePage: words, common } = useTexts()
  const { language } = useLanguage()
  const format = useFormat()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const toast = useToast()
  const [quantities, setQuantities] = useState(() =>
    invoice.lines.map(({ left }) => formatQuantity(left, language)),
  )
  const [description, setDescription] = useState('')
  const [again, setAgain] = useState(false)
  const [seriesId, setSeriesId] = useState<string | null>(null)
  // One series is no choice.
  const { data: { items: series } = { items: [] } } = useQuery(seriesQuery)
  const read = quantities.map((typed) => readDecimal(typed === '' ? '0' : typed, language))
  const content = { ...contentOf(read), seriesId }
  const [asked] = useDebouncedValue(JSON.stringify(content), pauseMs)
  const preview = useQuery(creditPreviewQuery(invoice.id, JSON.parse(asked)))
  const crediting = useSingleMutation({
    mutationFn: creditInvoice,
    onSuccess: ({ creditNote, draft }) => {
      toast({ text: words.credited(creditNote.number ?? '') })
      onClose()
      void queryClient.invalidateQueries({ queryKey: invoiceQuery(invoice.id).queryKey })
      for (const queryKey of [['invoices', 'list'], ['overview'], ['activities'], ['series']])
        void queryClient.invalidateQueries({ queryKey })
      void navigate(paths.invoice((draft ?? creditNote).id))
    },
  })
  // A frozen invoice never changes its order, so the place names a line.
  const lines = invoice.lines.map((line, position) => ({ line, position, key: `line-${position}` }))
  const problems = [...(preview.data?.problems ?? []), ...fieldProblemsOf(crediting.error)]
  const problemAt = (position: number) => {
    const index = content.lines?.findIndex((line) => line.position === position)
    return problems.find(({ path }) => path === `lines.${index}.quantity`)?.message
  }
  const general = problems.find(({ path }) => path === 'lines' || path === 'invoiceDate')?.message
  return (
    <Dialog opened onClose={onClose} title={words.creditTitle(invoice.number ?? '')} size="40rem">
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          crediting.mutate({ id: invoice.id, ...content, description, again })
        }}
      >
        <FailureNotice title={words.notCredited} failure={crediting.error} />
        <ul className={styles.lines}>
          {lines.map(({ line, position, key }) => (
            <li key={key} className={styles.line}>
              <span className={styles.what}>
                {line.description}
                <span className={form.quiet}>
                  {words.creditLeft(format.quantity(line.left), format.euro(line.unitPrice))}
                </span>
              </span>
              <TextInput
                className={styles.quantity}
                aria-label={words.creditQuantityOf(line.description)}
                inputMode="decimal"
                autoComplete="off"
                disabled={line.left === '0'}
                value={quantities[position] ?? ''}
                error={problemAt(position)}
                onChange={({ currentTarget: { value } }) =>
                  setQuantities((before) => before.map((it, at) => (at === position ? value : it)))
                }
              />
            </li>
          ))}
        </ul>
        <TextInput
          label={words.creditReason}
          description={words.creditReasonHelp}
          value={description}
          onChange={({ currentTarget: { value } }) => setDescription(value)}
        />
        {series.length > 1 && (
          <SelectField
            label={words.creditSeries}
            value={seriesId ?? preview.data?.seriesId ?? ''}
            data={series.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget: { value } }) => setSeriesId(value)}
          />
        )}
        <TickField
          label={words.creditAgain}
          help={words.creditAgainHelp}
          checked={again}
          onChange={setAgain}
        />
        <div aria-live="polite">
          {general ? (
            <p className={styles.problem}>{general}</p>
          ) : (
            <Facts
              items={[
                [words.creditNumber, <b key="number">{preview.data?.number ?? '–'}</b>],
                [
                  words.creditAmount,
                  <b key="amount">{preview.data?.totals ? format.euro(preview.data.totals.gross) : '–'}</b>,
                ],
              ]}
            />
          )}
        </div>
        {preview.data?.waits ? <p className={form.quiet}>{preview.data.waits}</p> : null}
        <p className={form.quiet}>{words.creditText}</p>
        <div className={form.buttons}>
          <BusyButton
            type="submit"
            variant="star"
            busy={crediting.isPending}
            disabled={!preview.data?.totals}
          >
            {words.creditMake}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What is typed as content for the API; what is no number stays what no line has, and is told. */
function contentOf(quantities: readonly (string | undefined)[]): CreditContent {
  const lines = quantities
    .map((quantity, position) => ({ position, quantity: quantity ?? '?' }))
    .filter(({ quantity }) => quantity !== '0')
  return { lines }
}
