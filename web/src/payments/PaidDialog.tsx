import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useToast } from '../components/Toasts.tsx'
import { today } from '../format/days.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { changedWithPayments, sayPaid } from './queries.ts'

/** «Betaald melden»: on which day, of an invoice that stands in no linked books. */
export function PaidDialog({
  invoiceId,
  number,
  onClose,
}: {
  invoiceId: string
  number: string
  onClose: () => void
}) {
  const { payments: words, common } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [paidOn, setPaidOn] = useState(today())
  const saying = useSingleMutation({
    mutationFn: () => sayPaid(invoiceId, paidOn),
    onSuccess: () => {
      toast({ text: words.marked })
      onClose()
    },
    onError: () => toast({ text: words.notMarked }),
    onSettled: () => {
      for (const queryKey of changedWithPayments) void queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <Dialog opened title={words.markPaidTitle(number)} onClose={onClose}>
      <div className={form.form}>
        <p>{words.markPaidText}</p>
        <TextInput
          type="date"
          label={words.paidDay}
          value={paidOn}
          max={today()}
          onChange={(event) => setPaidOn(event.currentTarget.value)}
          data-autofocus
        />
        <div className={form.buttons}>
          <BusyButton variant="star" busy={saying.isPending} onClick={() => saying.mutate(undefined)}>
            {words.markPaid}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
