import type { ReactNode } from 'react'
import type { Schemas } from '../api/client.ts'
import { useTexts } from '../language/language.tsx'
import {
  AlertIcon,
  CheckIcon,
  ConnectedIcon,
  CustomerIcon,
  InfoIcon,
  PaidIcon,
  UnlinkIcon,
  WaitingIcon,
} from './icons.ts'
import styles from './OutcomeSign.module.css'
import { Star } from './Star.tsx'

export type Outcome = Schemas['Activity']['outcome']
export type Sign = Schemas['Activity']['sign']

/** What marks an entry, by what the API says of its kind. */
const signs: Record<Sign, ReactNode> = {
  done: <CheckIcon aria-hidden />,
  verified: <Star />,
  customer: <CustomerIcon aria-hidden />,
  connected: <ConnectedIcon aria-hidden />,
  disconnected: <UnlinkIcon aria-hidden />,
  waiting: <WaitingIcon aria-hidden />,
  failed: <AlertIcon aria-hidden />,
  paid: <PaidIcon aria-hidden />,
  info: <InfoIcon aria-hidden />,
}

/** Where only the outcome is known. */
export const signOfOutcome: Record<Outcome, Sign> = {
  success: 'done',
  failure: 'failed',
  waiting: 'waiting',
  info: 'info',
}

type OutcomeSignProps = {
  outcome: Outcome
  sign: Sign
  /** It failed, and went on since. */
  superseded?: boolean
  className?: string | undefined
}

/** How something turned out: a sign, a colour, and a word for a screen reader. */
export function OutcomeSign({ outcome, sign, superseded = false, className = '' }: OutcomeSignProps) {
  const { activities: texts } = useTexts()
  const words: Record<Outcome, string> = {
    success: texts.outcomeSuccess,
    failure: superseded ? texts.outcomeSuperseded : texts.outcomeFailure,
    waiting: texts.outcomeWaiting,
    info: texts.outcomeInfo,
  }
  return (
    <span
      className={`${styles.sign} ${styles[superseded ? 'info' : outcome]} ${className}`}
      role="img"
      aria-label={words[outcome]}
    >
      {signs[sign]}
    </span>
  )
}
