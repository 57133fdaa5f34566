import { statusOfBooks, statusOfPayment } from '@stella/texts/screens'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import {
  AlertIcon,
  CheckIcon,
  CloseIcon,
  CreditIcon,
  DraftIcon,
  HistoryIcon,
  OpenIcon,
  OverdueIcon,
  PaidIcon,
  PartPaidIcon,
  RemoveIcon,
  UnlinkIcon,
  WaitingIcon,
} from './icons.ts'
import { Star } from './Star.tsx'
import styles from './Status.module.css'

export type StatusKind =
  | 'draft'
  | 'waiting'
  | 'booked'
  | 'verified'
  | 'adopted'
  | 'excluded'
  | 'failed'
  | 'notConnected'
  | 'nothingToBook'
  | 'history'
  | (typeof statusOfPayment)[keyof typeof statusOfPayment]

const signs: Record<StatusKind, ReactNode> = {
  draft: <DraftIcon aria-hidden />,
  waiting: <WaitingIcon aria-hidden />,
  booked: <CheckIcon aria-hidden />,
  verified: <Star />,
  adopted: <CheckIcon aria-hidden />,
  excluded: <CloseIcon aria-hidden />,
  failed: <AlertIcon aria-hidden />,
  notConnected: <UnlinkIcon aria-hidden />,
  nothingToBook: <CheckIcon aria-hidden />,
  history: <HistoryIcon aria-hidden />,
  open: <OpenIcon aria-hidden />,
  partPaid: <PartPaidIcon aria-hidden />,
  overdue: <OverdueIcon aria-hidden />,
  paid: <PaidIcon aria-hidden />,
  overpaid: <PaidIcon aria-hidden />,
  writtenOff: <RemoveIcon aria-hidden />,
  credited: <CreditIcon aria-hidden />,
}

/** The icon of a state, in its colour. */
export function StatusSign({ of }: { of: StatusKind }) {
  return <span className={`${styles.sign} ${styles[of]}`}>{signs[of]}</span>
}

/**
 * A state as icon, word and colour together, so that it reads in grey and aloud.
 * Without `children` the word of the state itself stands there.
 */
export function Status({ of, children }: { of: StatusKind; children?: ReactNode }) {
  const { status } = useTexts()
  return (
    <span className={`${styles.status} ${styles[of]}`}>
      {signs[of]}
      <span className={styles.word}>{children ?? status[of]}</span>
    </span>
  )
}

/** How the payment of an invoice stands, as the API names it. */
export function PaymentStatus({ of }: { of: keyof typeof statusOfPayment }) {
  return <Status of={statusOfPayment[of]} />
}

/** The state of an invoice in the books, as the API names it, in the look's terms. */
export function statusOf(booksState: keyof typeof statusOfBooks): StatusKind {
  return statusOfBooks[booksState]
}
