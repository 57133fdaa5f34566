import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Advice } from '../components/Advice.tsx'
import {
  AlertIcon,
  CheckIcon,
  ConnectedIcon,
  CustomerIcon,
  InfoIcon,
  UnlinkIcon,
  UpdateIcon,
  WaitingIcon,
} from '../components/icons.ts'
import { useWayToMend } from '../components/mending.ts'
import { Prose } from '../components/Prose.tsx'
import { Star } from '../components/Star.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ActivityRow.module.css'
import type { Activity } from './queries.ts'

/** One entry of the log: when, what, why, how much, and where one can act on it. */
export function ActivityRow({ activity, fresh }: { activity: Activity; fresh: boolean }) {
  const { activities: texts } = useTexts()
  const format = useFormat()
  const wayToMend = useWayToMend()
  const link = linkOf(activity)
  const way = activity.mending && wayToMend(activity.mending)
  const isFailure = activity.outcome === 'failure'
  const failed = isFailure && !activity.superseded
  return (
    <li
      className={[styles.row, failed ? styles.failed : '', fresh ? styles.fresh : ''].join(' ')}
      data-outcome={activity.outcome}
    >
      <time className={styles.time} dateTime={activity.at}>
        {format.time(activity.at)}
      </time>
      <OutcomeSign activity={activity} />
      <div className={styles.what}>
        <Title activity={activity} link={link} />
        {(activity.detail || isFailure) && (
          <div className={styles.detail}>
            {failed ? (
              <Advice about={activity.title}>{activity.detail}</Advice>
            ) : (
              <Prose>{activity.detail}</Prose>
            )}{' '}
            {way ? (
              <Link {...way.link} className={styles.way}>
                {way.words}
              </Link>
            ) : (
              // A pause that nobody need end is explained here already.
              isFailure &&
              link &&
              activity.subject.type !== 'connection' && (
                <Link {...link}>{failed ? texts.whatToDo : texts.wentOn}</Link>
              )
            )}
          </div>
        )}
      </div>
      <span className={styles.amount}>{activity.amount ? format.euro(activity.amount) : null}</span>
    </li>
  )
}

/** The title with its subject as the link: «Factuur 2026-0211» or the name of the customer. */
function Title({ activity, link }: { activity: Activity; link: LinkProps | undefined }) {
  const { title, subject } = activity
  const place = link ? title.indexOf(subject.label) : -1
  if (!link || place === -1 || subject.label === '') {
    return link ? (
      <Link {...link}>
        <Prose>{title}</Prose>
      </Link>
    ) : (
      <Prose>{title}</Prose>
    )
  }
  const start = withNoun(title, place)
  const end = place + subject.label.length
  return (
    <>
      <Prose>{title.slice(0, start)}</Prose>
      <Link {...link}>
        <Prose>{title.slice(start, end)}</Prose>
      </Link>
      <Prose>{title.slice(end)}</Prose>
    </>
  )
}

/** The link to an invoice takes its noun along: «Factuur 2026-0211» is a better target than the number. */
function withNoun(title: string, place: number): number {
  const before = title.slice(0, place).match(/(factuur|invoice) $/i)
  return before ? place - before[0].length : place
}

function linkOf({ subject }: Activity): LinkProps | undefined {
  if (subject.type === 'connection') return paths.integrations()
  if (subject.type === 'organization') return paths.company()
  if (!subject.id) return undefined
  return subject.type === 'invoice' ? paths.invoice(subject.id) : paths.customer(subject.id)
}

function OutcomeSign({ activity }: { activity: Activity }) {
  const { activities: texts } = useTexts()
  const { outcome, kind, subject, superseded } = activity
  const words = {
    success: texts.outcomeSuccess,
    failure: superseded ? texts.outcomeSuperseded : texts.outcomeFailure,
    waiting: texts.outcomeWaiting,
    info: texts.outcomeInfo,
  }
  const signs: Record<Activity['outcome'], ReactNode> = {
    failure: <AlertIcon aria-hidden />,
    waiting: <WaitingIcon aria-hidden />,
    success: successSign(kind, subject.type),
    info: infoSign(kind),
  }
  return (
    <span
      className={`${styles.sign} ${styles[superseded ? 'info' : outcome]}`}
      role="img"
      aria-label={words[outcome]}
    >
      {signs[outcome]}
    </span>
  )
}

function successSign(kind: string, subject: Activity['subject']['type']): ReactNode {
  if (kind.endsWith('_verified')) return <Star />
  if (subject === 'relation') return <CustomerIcon aria-hidden />
  if (subject === 'connection') return <ConnectedIcon aria-hidden />
  return <CheckIcon aria-hidden />
}

function infoSign(kind: string): ReactNode {
  if (kind.includes('disconnect')) return <UnlinkIcon aria-hidden />
  if (kind.endsWith('_updated') || kind.endsWith('_changed')) return <UpdateIcon aria-hidden />
  return <InfoIcon aria-hidden />
}
