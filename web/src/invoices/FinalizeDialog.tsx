import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Facts } from '../components/Facts.tsx'
import { Notice } from '../components/Notice.tsx'
import { isFarFrom, today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import type { MessageWish } from '../messages/queries.ts'
import { SendDialog } from '../messages/SendDialog.tsx'
import { type BookingPreview, finalizeInvoice, invoiceQuery, type Preview } from './queries.ts'

type FinalizeDialogProps = {
  invoice: { id: string; revision: number }
  customerName: string
  preview: Preview
  onClose: () => void
  onFinal: () => void
  /** The draft was changed elsewhere, so what stands on the screen is not what would become final. */
  onOutdated: () => void
}

/** The one question before what cannot be undone: which number, how much, and how it will be booked. */
export function FinalizeDialog(props: FinalizeDialogProps) {
  const { invoice, customerName, preview, onClose, onFinal, onOutdated } = props
  const texts = useTexts()
  const { invoiceForm: words, common, messages } = texts
  const format = useFormat()
  const queryClient = useQueryClient()
  const [notDistanceSale, setNotDistanceSale] = useState(false)
  const finalization = useMutation({
    mutationFn: (message: MessageWish | null) =>
      finalizeInvoice(invoice.id, invoice.revision, { message, notDistanceSale }),
    onSuccess: (final) => {
      onFinal()
      queryClient.setQueryData(invoiceQuery(final.id).queryKey, final)
      for (const queryKey of [['invoices', 'list'], ['overview'], ['activities']])
        void queryClient.invalidateQueries({ queryKey })
      document.getElementById('inhoud')?.focus()
    },
    onError: (failure) => {
      if (!(failure instanceof ApiFailure)) return
      if (failure.code === 'changed_meanwhile') return onOutdated()
      if (failure.code !== 'already_final' && failure.code !== 'not_found') return
      // Somebody else was first: the page shows the final invoice, or that the draft is gone.
      onFinal()
      void queryClient.invalidateQueries({ queryKey: invoiceQuery(invoice.id).queryKey })
    },
  })
  const [sending, setSending] = useState(false)
  if (sending)
    return (
      <SendDialog
        invoiceId={invoice.id}
        title={messages.finalizeTitle}
        lead={messages.finalizeText(preview.nextNumber ?? '')}
        action={messages.finalizeAndSend}
        failed={messages.sendFailedFinal}
        send={(wish) => finalization.mutateAsync(wish)}
        onSent={onClose}
        onClose={onClose}
      />
    )
  const { booking, totals } = preview
  const isHeldBack = booking?.distanceSale != null && !notDistanceSale
  const accounts = booking?.lines.map((line) => `${line.account.code} ${line.account.name}`) ?? []
  return (
    <Dialog opened onClose={onClose} title={words.finalizeTitle}>
      <div className={form.form}>
        <FailureNotice title={words.finalizeFailed} failure={finalization.error} />
        {booking && isFarFrom(booking.date, today()) && (
          <Notice kind="waiting" title={words.finalizeDateFar}>
            {words.finalizeDateFarText}
          </Notice>
        )}
        {booking?.distanceSale && (
          <>
            <Notice kind="waiting" title={words.finalizeDistanceSale}>
              {booking.distanceSale}
            </Notice>
            <TickField
              label={words.finalizeNotDistanceSale}
              checked={notDistanceSale}
              onChange={setNotDistanceSale}
            />
          </>
        )}
        {booking && booking.warnings.length > 0 && (
          <Notice kind="waiting" title={words.finalizeOdd}>
            {booking.warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
          </Notice>
        )}
        <Facts
          items={[
            [words.finalizeNumber, <b key="number">{preview.nextNumber}</b>],
            [words.finalizeCustomer, customerName],
            [words.finalizeDate, booking && <b key="date">{format.day(booking.date)}</b>],
            [words.finalizeAmount, totals && <b key="amount">{format.euro(totals.gross)}</b>],
            [
              words.finalizeBooking,
              booking && isLinked(booking.connectionState)
                ? words.finalizeBookingText(
                    `${booking.debtorsAccount.code} ${booking.debtorsAccount.name}`,
                    [...new Set(accounts)].join(', '),
                  )
                : words.finalizeNotConnected,
            ],
          ]}
        />
        <p className={form.quiet}>{words.finalizeText}</p>
        <div className={form.buttons}>
          <BusyButton
            variant="star"
            data-autofocus
            busy={finalization.isPending}
            disabled={isHeldBack}
            onClick={() => finalization.mutate(null)}
          >
            {words.finalize}
          </BusyButton>
          <Button disabled={isHeldBack} onClick={() => setSending(true)}>
            {messages.finalizeAndSend}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** A paused connection books too, once it is mended. */
function isLinked(connection: BookingPreview['connectionState']): boolean {
  return connection === 'active' || connection === 'paused'
}
