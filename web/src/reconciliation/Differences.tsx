import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { useRefusal } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { type StatusKind, StatusSign } from '../components/Status.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import styles from './Differences.module.css'
import { type Compared, type Difference, unacceptDifference } from './queries.ts'

/** Above so many only the first are shown: the file has all. */
const MOST_SHOWN = 200

/** Each difference in one sentence, with what it makes in money and what can be done. */
export function Differences({ compared: { differences } }: { compared: Compared }) {
  const { reconciliation: texts } = useTexts()
  if (differences.length === 0) return null
  const inOrder = differences.toSorted(
    (left, right) => Number(left.acceptance !== null) - Number(right.acceptance !== null),
  )
  return (
    <section className={styles.section} aria-labelledby="differences">
      <h2 id="differences">{texts.causes}</h2>
      <Sheet as="div">
        <ul className={styles.list}>
          {inOrder.slice(0, MOST_SHOWN).map((difference) => (
            <DifferenceRow key={difference.key} difference={difference} />
          ))}
        </ul>
      </Sheet>
    </section>
  )
}

const signs: Record<Difference['kind'], StatusKind> = {
  failed: 'failed',
  waiting: 'waiting',
  not_booked: 'notConnected',
  excluded: 'excluded',
  removed: 'failed',
  changed: 'overdue',
  booked_twice: 'failed',
  entered_otherwise: 'overdue',
  extra: 'overdue',
  number_gap: 'overdue',
}

function DifferenceRow({ difference }: { difference: Difference }) {
  const { reconciliation: texts } = useTexts()
  const format = useFormat()
  const { acceptance, detail, kind, title, total } = difference
  return (
    <li className={styles.row} data-accepted={acceptance !== null || undefined}>
      <StatusSign of={acceptance === null ? signs[kind] : 'booked'} />
      <div className={styles.what}>
        <b>
          <Prose>{title}</Prose>
        </b>
        <span>
          <Prose>
            {acceptance === null
              ? detail
              : texts.accepted(acceptance.by, acceptance.reason, format.moment(acceptance.at))}
          </Prose>
        </span>
      </div>
      <p className={styles.amount}>
        {format.euro(total.net)}
        <span>{texts.net}</span>
      </p>
      <p className={styles.amount}>
        {format.euro(total.vat)}
        <span>{texts.vat}</span>
      </p>
      <div className={styles.action}>
        <Action difference={difference} />
      </div>
    </li>
  )
}

function Action({ difference }: { difference: Difference }) {
  const { reconciliation: texts } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const refusal = useRefusal('bookings')
  const [asking, setAsking] = useState(false)
  const { acceptance, invoiceId, key, kind } = difference
  const taking = useSingleMutation({
    mutationFn: () => unacceptDifference(key),
    onError: () => toast({ text: texts.notKept }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['reconciliation'] }),
  })
  if (acceptance !== null) {
    if (refusal !== null) return null
    return (
      <BusyButton size="sm" variant="subtle" busy={taking.isPending} onClick={() => taking.mutate(undefined)}>
        {texts.unaccept}
      </BusyButton>
    )
  }
  // What fails or waits is mended at the invoice, and is not right as it is.
  const isOfInvoice = kind === 'failed' || kind === 'waiting' || kind === 'not_booked'
  return (
    <>
      {invoiceId !== null && (
        <ButtonLink {...paths.invoice(invoiceId)} size="sm" variant={isOfInvoice ? 'default' : 'subtle'}>
          {kind === 'failed' ? texts.solve : texts.view}
        </ButtonLink>
      )}
      {(!isOfInvoice || kind === 'not_booked') && (
        <Button size="sm" disabled={refusal !== null} onClick={() => setAsking(true)}>
          {texts.accept}
        </Button>
      )}
      {asking && <AcceptDialog difference={difference} onClose={() => setAsking(false)} />}
    </>
  )
}
