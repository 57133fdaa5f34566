import { Button, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { RetryIcon } from '../components/icons.ts'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import forms from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import {
  answerCase,
  closeSupportCase,
  type ProposableField,
  proposeChange,
  retryBookingForSupport,
  retryRelationForSupport,
  type SupportCaseDetail,
  type SupportOutcome,
} from './queries.ts'

/** What can be done about a case: answer, propose a change, close it. */
export function CaseActions({ found }: { found: SupportCaseDetail }) {
  const { supportCases: words } = useTexts()
  const [asked, setAsked] = useState<'propose' | 'close'>()
  const close = () => setAsked(undefined)
  return (
    <>
      <Answer found={found} />
      <div className={forms.buttons}>
        <RetryButton found={found} />
        {found.customerFields && <Button onClick={() => setAsked('propose')}>{words.propose}</Button>}
        <Button variant="subtle" onClick={() => setAsked('close')}>
          {words.close}
        </Button>
      </div>
      <Dialog opened={asked === 'propose'} onClose={close} title={words.propose}>
        <ProposeForm found={found} onDone={close} />
      </Dialog>
      <Dialog opened={asked === 'close'} onClose={close} title={words.close}>
        <CloseForm found={found} onDone={close} />
      </Dialog>
    </>
  )
}

type FormProps = { found: SupportCaseDetail; onDone: () => void }

function Answer({ found }: { found: SupportCaseDetail }) {
  const { supportCases: words } = useTexts()
  const form = useForm({ initialValues: { body: '' } })
  const answering = useCaseAct(
    () => answerCase(found.id, form.values.body),
    words.answered,
    () => form.reset(),
  )
  return (
    <form
      className={forms.form}
      style={{ width: '100%' }}
      noValidate
      onSubmit={form.onSubmit(({ body }) => {
        if (body.trim() !== '') answering.mutate()
      })}
    >
      <Textarea
        label={words.answer(found.openedBy)}
        description={words.answerHelp}
        autosize
        minRows={3}
        maxLength={4_000}
        {...form.getInputProps('body')}
      />
      <FailureNotice title={words.notDone} failure={answering.error} />
      <div className={forms.buttons}>
        <BusyButton type="submit" variant="star" busy={answering.isPending}>
          {words.sendAnswer}
        </BusyButton>
      </div>
    </form>
  )
}

/** Offers it again, for whoever asked; nothing where nothing failed, or it is not about one thing. */
function RetryButton({ found: { bookingId, cause, relationId } }: { found: SupportCaseDetail }) {
  const { support, supportCases: words } = useTexts()
  const retrying = useCaseAct(
    () =>
      bookingId !== null ? retryBookingForSupport(bookingId) : retryRelationForSupport(relationId ?? ''),
    words.retried,
    () => {},
  )
  if (cause === null || (bookingId === null && relationId === null)) return null
  return (
    <>
      <BusyButton
        leftSection={<RetryIcon aria-hidden />}
        busy={retrying.isPending}
        onClick={() => retrying.mutate()}
      >
        {support.retry}
      </BusyButton>
      <FailureNotice title={words.notDone} failure={retrying.error} />
    </>
  )
}

function ProposeForm({ found, onDone }: FormProps) {
  const { cases, supportCases: words } = useTexts()
  const fields = found.customerFields ?? {}
  const form = useForm({ initialValues: { field: 'name', after: fields.name ?? '' } })
  const proposing = useCaseAct(
    () => proposeChange(found.id, { ...form.values, field: form.values.field as ProposableField }),
    words.proposed,
    onDone,
    (failure) => showFieldProblems(form, failure),
  )
  const now = fields[form.values.field as ProposableField] ?? ''
  return (
    <form className={forms.form} noValidate onSubmit={form.onSubmit(() => proposing.mutate())}>
      <FailureNotice title={words.notDone} failure={proposing.error} errors={form.errors} />
      <SelectField
        label={words.proposeField}
        data={Object.entries(cases.fields).map(([value, label]) => ({ value, label }))}
        value={form.values.field}
        onChange={({ currentTarget: { value } }) =>
          form.setValues({ field: value, after: fields[value as ProposableField] ?? '' })
        }
      />
      <TextInput
        label={words.proposeValue}
        description={words.proposeNow(now || cases.empty)}
        maxLength={200}
        {...form.getInputProps('after')}
      />
      <p className={forms.quiet}>{words.proposeHelp}</p>
      <div className={forms.buttons}>
        <BusyButton type="submit" variant="star" busy={proposing.isPending}>
          {words.propose}
        </BusyButton>
      </div>
    </form>
  )
}

function CloseForm({ found, onDone }: FormProps) {
  const { supportCases: words } = useTexts()
  const [outcome, setOutcome] = useState<SupportOutcome>('mended')
  const closing = useCaseAct(() => closeSupportCase(found.id, outcome), words.closed, onDone)
  return (
    <form
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault()
        closing.mutate()
      }}
    >
      <FailureNotice title={words.notDone} failure={closing.error} />
      <SelectField
        label={words.closeAs}
        data={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))}
        value={outcome}
        onChange={({ currentTarget: { value } }) => setOutcome(value as SupportOutcome)}
      />
      <div className={forms.buttons}>
        <BusyButton type="submit" variant="star" busy={closing.isPending}>
          {words.close}
        </BusyButton>
      </div>
    </form>
  )
}

/** Does something about a case, says so, and reads it anew. */
function useCaseAct(
  act: () => Promise<unknown>,
  said: string,
  onDone: () => void,
  onRefused: (failure: Error) => void = () => {},
) {
  const queryClient = useQueryClient()
  const toast = useToast()
  return useSingleMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['support'] })
      toast({ text: said })
      onDone()
    },
    onError: onRefused,
  })
}
