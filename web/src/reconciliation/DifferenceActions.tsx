import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { useRefusal } from '../components/Permitted.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { type Difference, offerAgain, unacceptDifference } from './queries.ts'

/** What can be done about a difference, the first thing first; what was found right can be taken back. */
export function DifferenceActions({ difference }: { difference: Difference }) {
  const { acceptance, actions, bookingId, invoiceId } = difference
  if (acceptance !== null) return <Unaccept difference={difference} />
  const offering = actions.find((action) => action === 'offer' || action === 'adopt')
  return (
    <>
      {invoiceId !== null && <ToInvoice difference={difference} invoiceId={invoiceId} />}
      {offering !== undefined && bookingId !== null && <Offer action={offering} bookingId={bookingId} />}
      {actions.includes('accept') && <Accept difference={difference} />}
    </>
  )
}

/** What fails or waits is mended at the invoice; the others are looked at there, or credited. */
function ToInvoice({
  difference: { actions, kind },
  invoiceId,
}: {
  difference: Difference
  invoiceId: string
}) {
  const { reconciliation: texts } = useTexts()
  const isStuck = kind === 'failed' && !actions.includes('offer')
  const label = kind === 'failed' ? texts.solve : texts.view
  return (
    <ButtonLink {...paths.invoice(invoiceId)} size="sm" variant={isStuck ? 'default' : 'subtle'}>
      {label}
    </ButtonLink>
  )
}

function Offer({ action, bookingId }: { action: 'offer' | 'adopt'; bookingId: string }) {
  const { reconciliation: texts } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const refusal = useRefusal('bookings')
  const offering = useSingleMutation({
    mutationFn: () => offerAgain(bookingId),
    onSuccess: () => toast({ text: texts.offered }),
    onError: () => toast({ text: texts.notOffered }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['reconciliation'] }),
  })
  return (
    <BusyButton
      size="sm"
      disabled={refusal !== null}
      busy={offering.isPending}
      onClick={() => offering.mutate(undefined)}
    >
      {texts.actions[action]}
    </BusyButton>
  )
}

function Accept({ difference }: { difference: Difference }) {
  const { reconciliation: texts } = useTexts()
  const refusal = useRefusal('bookings')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="sm" disabled={refusal !== null} onClick={() => setAsking(true)}>
        {texts.accept}
      </Button>
      {asking && <AcceptDialog difference={difference} onClose={() => setAsking(false)} />}
    </>
  )
}

function Unaccept({ difference: { key } }: { difference: Difference }) {
  const { reconciliation: texts } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const refusal = useRefusal('bookings')
  const taking = useSingleMutation({
    mutationFn: () => unacceptDifference(key),
    onError: () => toast({ text: texts.notKept }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['reconciliation'] }),
  })
  if (refusal !== null) return null
  return (
    <BusyButton size="sm" variant="subtle" busy={taking.isPending} onClick={() => taking.mutate(undefined)}>
      {texts.unaccept}
    </BusyButton>
  )
}
