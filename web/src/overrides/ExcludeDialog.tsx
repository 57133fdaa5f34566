import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { changedWithOverride, exclude } from './queries.ts'

type ExcludeDialogProps = { invoiceId: string; number: string; onClose: () => void }

/** «Niet boeken», with the reason that is kept. */
export function ExcludeDialog({ invoiceId, number, onClose }: ExcludeDialogProps) {
  const { overrides: words, common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const excluding = useSingleMutation({
    mutationFn: () => exclude(invoiceId, reason.trim()),
    onSuccess: onClose,
    onError: () => toast({ text: words.notKept }),
    onSettled: () => {
      for (const queryKey of changedWithOverride) void queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog opened title={words.excludeTitle(number)} onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') excluding.mutate(undefined)
        }}
      >
        <p>{words.excludeText}</p>
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
          <BusyButton type="submit" variant="star" busy={excluding.isPending}>
            {words.confirmExclude}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
