import { ActionIcon } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { AddIcon, RemoveIcon } from '../components/icons.ts'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { fieldProblemsOf } from '../forms/problem.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './Attachments.module.css'
import { mostBytes, takenTypes } from './limits.ts'
import { type Attachment, refreshAttachments } from './queries.ts'
import { formatSize } from './size.ts'

type AttachmentListProps = {
  items: readonly Attachment[]
  /** Where one can be read. */
  fileOf: (attachment: Attachment) => string
  /** Said beside one. */
  noteOf?: (attachment: Attachment) => string | null
  /** Left out where nothing can be added, or taken away. */
  add?: (file: File) => Promise<unknown>
  remove?: (attachment: Attachment) => Promise<unknown>
  canRemove?: (attachment: Attachment) => boolean
  removed: string
}

/** Files that go along, to read, to add and to take away. Each is saved as soon as it is chosen. */
export function AttachmentList(props: AttachmentListProps) {
  const { add, canRemove = () => true, fileOf, items, noteOf, remove, removed } = props
  const { attachments: words } = useTexts()
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const adding = useSingleMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await add?.(file)
    },
    onSettled: () => refreshAttachments(queryClient),
  })
  const removing = useSingleMutation({
    mutationFn: async (attachment: Attachment) => remove?.(attachment),
    onSuccess: () => toast({ text: removed }),
    onSettled: () => refreshAttachments(queryClient),
  })
  const wrong = isTooLarge ? words.tooLarge : fieldProblemsOf(adding.error)[0]?.message
  return (
    <>
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((attachment) => (
            <li key={attachment.id}>
              <span className={styles.file}>
                <a href={fileOf(attachment)} target="_blank" rel="noreferrer">
                  {attachment.name}
                </a>
                <span className={styles.quiet}>
                  {[formatSize(attachment.size, language), noteOf?.(attachment)].filter(Boolean).join(' · ')}
                </span>
              </span>
              {remove && canRemove(attachment) && (
                <ActionIcon
                  variant="subtle"
                  aria-label={words.remove(attachment.name)}
                  onClick={() => removing.mutate(attachment)}
                >
                  <RemoveIcon aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {wrong ? (
        <p className={styles.problem} role="alert">
          {wrong}
        </p>
      ) : (
        <FailureNotice
          title={removing.error ? words.notRemoved : words.notAdded}
          failure={adding.error ?? removing.error}
        />
      )}
      {add && (
        <div>
          <input
            ref={input}
            type="file"
            // The button is what people see and reach; it opens the choice.
            hidden
            multiple
            accept={takenTypes.join(',')}
            aria-label={words.add}
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])]
              // The same file chosen again counts as chosen.
              currentTarget.value = ''
              const fits = files.every(({ size }) => size <= mostBytes)
              setTooLarge(!fits)
              if (fits && files.length > 0) adding.mutate(files)
            }}
          />
          <BusyButton
            size="sm"
            leftSection={<AddIcon aria-hidden />}
            busy={adding.isPending}
            onClick={() => input.current?.click()}
          >
            {words.add}
          </BusyButton>
        </div>
      )}
    </>
  )
}
