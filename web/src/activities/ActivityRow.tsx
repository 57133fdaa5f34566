import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Advice } from '../components/Advice.tsx'
import { MoreAbout } from '../components/MoreAbout.tsx'
import { useWayToMend } from '../components/mending.ts'
import { OutcomeSign } from '../components/OutcomeSign.tsx'
import { Prose } from '../components/Prose.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ActivityRow.module.css'
import type { Activity } from './queries.ts'

type ActivityRowProps = {
  activity: Activity
  fresh: boolean
  /** What else belongs to its story. */
  children?: ReactNode
}

/** One entry of the log: when, what, why, how much, and where one can act on it. */
export function ActivityRow({ activity, fresh, children }: ActivityRowProps) {
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
      <OutcomeSign
        className={styles.sign}
        outcome={activity.outcome}
        sign={activity.sign}
        superseded={activity.superseded}
      />
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
            )}{' '}
            {activity.cause && <MoreAbout cause={activity.cause} />}
          </div>
        )}
        {children}
      </div>
      <span className={styles.amount}>{activity.amount ? format.euro(activity.amount) : null}</span>
    </li>
  )
}

/** The title, in which what it is about is the link. */
function Title({ activity, link }: { activity: Activity; link: LinkProps | undefined }) {
  const { before, subject, after } = activity.titleParts
  if (!link || !subject) return <Prose>{activity.title}</Prose>
  return (
    <>
      <Prose>{before}</Prose>
      <Link {...link}>
        <Prose>{subject}</Prose>
      </Link>
      <Prose>{after}</Prose>
    </>
  )
}

/** Where each setting stands. */
const settingOf: Readonly<Record<string, () => LinkProps>> = {
  series_made: paths.numbering,
  series_changed: paths.numbering,
  series_removed: paths.numbering,
  series_moved: paths.numbering,
  mail_server_changed: paths.mail,
  mail_server_ended: paths.mail,
  mail_settings_changed: paths.mail,
}

function linkOf({ kind, subject }: Activity): LinkProps | undefined {
  if (subject.type === 'connection') return paths.integrations()
  if (subject.type === 'organization') return (settingOf[kind] ?? paths.company)()
  if (subject.type === 'export') return paths.exports()
  if (!subject.id) return undefined
  if (subject.type === 'case') return paths.case(subject.id)
  if (subject.type === 'import') return paths.import(subject.id)
  return subject.type === 'invoice' || subject.type === 'message' || subject.type === 'payment'
    ? paths.invoice(subject.id)
    : paths.customer(subject.id)
}
