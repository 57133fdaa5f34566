import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Prose } from '../components/Prose.tsx'
import { useToast } from '../components/Toasts.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { acceptDifference, type Difference } from './queries.ts'

/** «Is goed zo», with the reason that is kept. */
export function AcceptDialog({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const { reconciliation: texts, common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const accepting = useSingleMutation({
    mutationFn: () => acceptDifference(difference.key, reason.trim()),
    onSuccess: onClose,
    onError: () => toast({ text: texts.notKept }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['reconciliation'] }),
  })
  return (
    <Dialog opened title={texts.acceptTitle} onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') accepting.mutate(undefined)
        }}
      >
        <p>
          <Prose>{difference.title}</Prose>
        </p>
        <Textarea
          label={texts.reason}
          description={texts.acceptText}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={form.buttons}>
          <BusyButton type="submit" variant="star" busy={accepting.isPending}>
            {texts.accept}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
