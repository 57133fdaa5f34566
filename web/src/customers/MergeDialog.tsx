import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './MergeDialog.module.css'
import { MergeOutcome } from './MergeOutcome.tsx'
import { type Customer, customersQuery, mergeCustomers, mergePreviewQuery } from './queries.ts'

const searchPauseMs = 200
/** More are found by typing on. */
const shown = 6

type MergeDialogProps = { customer: Customer; onClose: () => void }

/** The question before two customers are made one, which cannot be undone: with whom, who stays, and what follows. */
export function MergeDialog({ customer, onClose }: MergeDialogProps) {
  const { customerPage: words } = useTexts()
  const [other, setOther] = useState<Customer>()
  return (
    <Dialog opened onClose={onClose} title={words.mergeTitle(customer.name)} size="46rem">
      {other ? (
        <Question customer={customer} other={other} onBack={() => setOther(undefined)} onClose={onClose} />
      ) : (
        <Search customer={customer} onPick={setOther} onClose={onClose} />
      )}
    </Dialog>
  )
}

type SearchProps = { customer: Customer; onPick: (other: Customer) => void; onClose: () => void }

function Search({ customer, onPick, onClose }: SearchProps) {
  const { common, customerPage: words, customers } = useTexts()
  const [typed, setTyped] = useState(firstWordOf(customer.name))
  const [search] = useDebouncedValue(typed.trim(), searchPauseMs)
  // One more, as the customer itself is among them.
  const { data } = useInfiniteQuery(customersQuery(search, { limit: shown + 1 }))
  const found = (data?.pages[0]?.items ?? []).filter(({ id }) => id !== customer.id).slice(0, shown)
  return (
    <div className={form.form}>
      <p>{words.mergeLead}</p>
      <TextInput
        label={words.mergeSearch}
        placeholder={customers.searchPlaceholder}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <ul className={styles.found} aria-label={words.mergeFound}>
        {found.map((option) => (
          <li key={option.id}>
            <UnstyledButton className={styles.option} onClick={() => onPick(option)}>
              <b>{option.name}</b>
              <span>{[option.city, option.email, option.kvkNumber].filter(Boolean).join(' · ')}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className={form.quiet}>{words.mergeNoneFound}</p>}
      <div className={form.buttons}>
        <Button variant="subtle" onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </div>
  )
}

type QuestionProps = { customer: Customer; other: Customer; onBack: () => void; onClose: () => void }

function Question({ customer, other, onBack, onClose }: QuestionProps) {
  const { common, customerPage: words } = useTexts()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [keptId, setKeptId] = useState(customer.id)
  const [kept, gone] = keptId === customer.id ? [customer, other] : [other, customer]
  const { data: preview, error } = useQuery(mergePreviewQuery(kept.id, gone.id))
  const merging = useSingleMutation({
    mutationFn: mergeCustomers,
    onSuccess: (merged) => {
      toast({ text: words.merged(merged.name) })
      onClose()
      for (const queryKey of [['customers'], ['invoices'], ['overview'], ['activities']])
        void queryClient.invalidateQueries({ queryKey })
      void navigate(paths.customer(merged.id))
    },
  })
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!preview) return
        const { goes, stays } = preview
        merging.mutate({
          id: stays.customer.id,
          otherId: goes.customer.id,
          revision: stays.customer.revision,
          otherRevision: goes.customer.revision,
        })
      }}
    >
      <FailureNotice title={words.notMerged} failure={merging.error ?? error} />
      <ChoiceField
        legend={words.whoStays}
        options={[
          { value: customer.id, label: nameBeside(customer, other) },
          { value: other.id, label: nameBeside(other, customer) },
        ]}
        value={keptId}
        onChange={setKeptId}
      />
      <div aria-live="polite">
        {preview && (
          <MergeOutcome preview={preview} stays={nameBeside(kept, gone)} goes={nameBeside(gone, kept)} />
        )}
      </div>
      <div className={form.buttons}>
        <BusyButton type="submit" variant="star" busy={merging.isPending} disabled={!preview}>
          {words.merge}
        </BusyButton>
        <Button variant="subtle" onClick={onBack}>
          {words.mergeAnother}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Two that are one are mostly called alike, from the first word on. */
function firstWordOf(name: string): string {
  return name.split(/\s+/).find((word) => word.length > 2) ?? name
}

/** The name of one of two; where both are called the same, with the first thing that tells them apart. */
function nameBeside(one: Customer, other: Customer): string {
  if (one.name !== other.name) return one.name
  const field = (['city', 'email', 'address', 'phone', 'kvkNumber', 'createdAt'] as const).find(
    (it) => one[it] !== other[it],
  )
  return `${one.name} (${(field && one[field]) ?? '–'})`
}
