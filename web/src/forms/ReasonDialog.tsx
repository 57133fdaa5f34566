import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import form from './Form.module.css'

type ReasonDialogProps = {
  words: {
    readonly title: string
    readonly reason: string
    readonly reasonText: string
    readonly confirm: string
    /** Where it could not be kept. */
    readonly notKept: string
  }
  /** What is decided. */
  children: ReactNode
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
  /** What is read anew afterwards. */
  changed: readonly (readonly string[])[]
}

/** A decision with the reason that is kept. */
export function ReasonDialog({ changed, children, onClose, onConfirm, words }: ReasonDialogProps) {
  const { common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const deciding = useSingleMutation({
    mutationFn: () => onConfirm(reason.trim()),
    onSuccess: onClose,
    onError: () => toast({ text: words.notKept }),
    onSettled: () => {
      for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog opened title={words.title} onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') deciding.mutate(undefined)
        }}
      >
        {children}
        <Textarea
          label={words.reason}
          description={words.reasonText}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={deciding.isPending}>
            {words.confirm}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
