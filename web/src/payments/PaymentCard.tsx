import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Facts } from '../components/Facts.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { PaymentStatus } from '../components/Status.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { PaidDialog } from './PaidDialog.tsx'
import styles from './PaymentCard.module.css'
import { changedWithPayments, type Payment, paymentQuery, readPayments, unsayPaid } from './queries.ts'

/** How often the page looks itself while a reading was asked for, and for how long. */
const lookMs = 3_000
const followMs = 60_000

/** How the payment of a final invoice stands, where that is known from, and since when. */
export function PaymentCard({ invoiceId, number }: { invoiceId: string; number: string }) {
  const { payments: words } = useTexts()
  const [askedAt, setAskedAt] = useState<number>()
  const { data: payment } = useQuery({
    ...paymentQuery(invoiceId),
    refetchInterval: () => (askedAt && Date.now() < askedAt + followMs ? lookMs : false),
  })
  if (!payment) return null
  return (
    <Sheet as="div" padded className={styles.card} aria-live="polite">
      <h2>{words.title}</h2>
      {payment.state ? (
        <PaymentStatus of={payment.state} />
      ) : (
        <p className={styles.quiet}>{words.inInvoice}</p>
      )}
      <PaymentFacts payment={payment} />
      <Strays payment={payment} />
      {payment.isRead ? (
        <ReadFromBooks payment={payment} onAsked={() => setAskedAt(Date.now())} />
      ) : (
        <SaidByHand payment={payment} invoiceId={invoiceId} number={number} />
      )}
    </Sheet>
  )
}

function PaymentFacts({ payment }: { payment: Payment }) {
  const { payments: words } = useTexts()
  const format = useFormat()
  const { knownAt, mutationNumbers, outstanding, paidOn, settledAs, state } = payment
  const isOver = state === 'overpaid'
  return (
    <Facts
      items={[
        [
          isOver ? words.overpaid : words.outstanding,
          Number(outstanding) !== 0 && format.euro(isOver ? outstanding.replace('-', '') : outstanding),
        ],
        [settledAs === 'written_off' ? words.settledOn : words.paidOn, paidOn && format.day(paidOn)],
        [words.mutations, mutationNumbers],
        [words.knownSince, knownAt && format.moment(knownAt)],
      ]}
    />
  )
}

/** Money of the customer that stands under a number nobody invoiced: most likely it was meant for an open invoice. */
function Strays({ payment }: { payment: Payment }) {
  const { payments: words } = useTexts()
  const format = useFormat()
  if (Number(payment.outstanding) <= 0) return null
  return payment.strays.map(({ amount, date, invoiceNumber }) => (
    <p key={invoiceNumber} className={styles.stray}>
      <Prose>{words.stray(format.euro(amount), invoiceNumber, format.day(date))}</Prose>
    </p>
  ))
}

function ReadFromBooks({ payment: { readAt }, onAsked }: { payment: Payment; onAsked: () => void }) {
  const { payments: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const reading = useSingleMutation({
    mutationFn: readPayments,
    onSuccess: () => {
      onAsked()
      toast({ text: words.reading })
    },
    onError: () => toast({ text: words.notReading }),
  })
  return (
    <>
      <p className={styles.quiet}>
        <Prose>{readAt ? words.readAt(format.moment(readAt)) : words.notRead}</Prose>
      </p>
      <BusyButton size="sm" busy={reading.isPending} onClick={() => reading.mutate(undefined)}>
        {words.readNow}
      </BusyButton>
    </>
  )
}

function SaidByHand({ payment, invoiceId, number }: { payment: Payment; invoiceId: string; number: string }) {
  const { payments: words } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const undoing = useSingleMutation({
    mutationFn: () => unsayPaid(invoiceId),
    onSuccess: () => toast({ text: words.undone }),
    onError: () => toast({ text: words.notMarked }),
    onSettled: () => {
      for (const queryKey of changedWithPayments) void queryClient.invalidateQueries({ queryKey })
    },
  })
  return (
    <>
      <p className={styles.quiet}>
        <Prose>{payment.saidBy ? words.saidBy(payment.saidBy) : words.notInBooks}</Prose>
      </p>
      {payment.saidBy ? (
        <BusyButton size="sm" busy={undoing.isPending} onClick={() => undoing.mutate(undefined)}>
          {words.undo}
        </BusyButton>
      ) : (
        Number(payment.outstanding) !== 0 && (
          <Button size="sm" onClick={() => setAsking(true)}>
            {words.markPaid}
          </Button>
        )
      )}
      {asking && <PaidDialog invoiceId={invoiceId} number={number} onClose={() => setAsking(false)} />}
    </>
  )
}
