import { Button, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Facts } from '../components/Facts.tsx'
import { Notice } from '../components/Notice.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { fieldProblemsOf } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import styles from './Messages.module.css'
import {
  type MessageDraft,
  type MessageWish,
  messagePreviewQuery,
  newWishId,
  refreshMessages,
  wholeDraft,
} from './queries.ts'

/** A pause this long asks again, so that the mail follows the typing. */
const pauseMs = 300

type SendDialogProps = {
  invoiceId: string
  title: string
  /** What happens besides the mail, said above it. */
  lead?: string
  /** What the button says. */
  action: string
  failed: string
  send: (wish: MessageWish) => Promise<unknown>
  onSent: () => void
  onClose: () => void
}

/** A mail before it goes: to whom, what it says, and how the customer will see it. */
export function SendDialog(props: SendDialogProps) {
  const { action, failed, invoiceId, lead, onClose, onSent, send, title } = props
  const { messages: words, common } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  // One wish however often the button is pressed or the line breaks.
  const [id] = useState(newWishId)
  const [draft, setDraft] = useState<MessageDraft>({})
  const [asked] = useDebouncedValue(draft, pauseMs)
  const { data: preview } = useQuery(messagePreviewQuery(invoiceId, asked))
  const sending = useSingleMutation({
    mutationFn: () => send({ id, ...wholeDraft(draft) }),
    onSuccess: () => {
      refreshMessages(queryClient)
      toast({ text: preview?.delivers === false ? words.keptNotice : words.sentNotice })
      onSent()
    },
  })
  const problems = [...(preview?.problems ?? []), ...fieldProblemsOf(sending.error)]
  const problemOf = (field: string) =>
    problems.find(({ path }) => path.replace(/^message\./, '').split('.')[0] === field)?.message
  const change = (changes: MessageDraft) => setDraft((before) => ({ ...before, ...changes }))
  return (
    <Dialog opened onClose={onClose} title={title} size="64rem">
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          sending.mutate(undefined)
        }}
      >
        <FailureNotice title={failed} failure={sending.error} />
        {preview?.delivers === false && <Notice kind="waiting" title={words.noServer} />}
        {lead && <p>{lead}</p>}
        <div className={styles.columns}>
          <div className={styles.fields}>
            <TextInput
              label={words.to}
              description={words.toHelp}
              inputMode="email"
              autoComplete="off"
              data-autofocus
              value={(draft.recipients ?? preview?.recipients ?? []).join(', ')}
              error={problemOf('recipients')}
              onChange={({ currentTarget: { value } }) => change({ recipients: [value] })}
            />
            <TextInput
              label={words.copyTo}
              description={words.copyToHelp}
              inputMode="email"
              autoComplete="off"
              value={(draft.copyTo === undefined ? preview?.copyTo : draft.copyTo) ?? ''}
              error={problemOf('copyTo')}
              onChange={({ currentTarget: { value } }) => change({ copyTo: value === '' ? null : value })}
            />
            <SelectField
              label={words.language}
              value={draft.language ?? preview?.language ?? 'nl'}
              data={Object.entries(words.languages).map(([value, label]) => ({ value, label }))}
              onChange={({ currentTarget: { value } }) =>
                change({ language: (['nl', 'en', 'de'] as const).find((it) => it === value) ?? null })
              }
            />
            <TextInput
              label={words.subject}
              value={draft.subject ?? preview?.subject ?? ''}
              error={problemOf('subject')}
              onChange={({ currentTarget: { value } }) => change({ subject: value })}
            />
            <Textarea
              label={words.body}
              autosize
              minRows={4}
              maxRows={12}
              value={draft.body ?? preview?.body ?? ''}
              error={problemOf('body')}
              onChange={({ currentTarget: { value } }) => change({ body: value })}
            />
            <TickField
              label={words.attachUbl}
              help={words.attachUblHelp}
              checked={draft.attachUbl ?? preview?.attachUbl ?? false}
              onChange={(attachUbl) => change({ attachUbl })}
            />
          </div>
          <section className={styles.seen} aria-label={words.preview}>
            <Facts
              items={[
                [words.from, preview?.senderName],
                [words.replyTo, preview?.replyTo],
                [words.attachments, preview?.attachments.map(({ name }) => name).join(', ')],
              ]}
            />
            <LetterPreview html={preview?.html} />
          </section>
        </div>
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={sending.isPending}>
            {action}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
