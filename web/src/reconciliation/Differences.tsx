import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { type StatusKind, StatusSign } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { DifferenceActions } from './DifferenceActions.tsx'
import styles from './Differences.module.css'
import type { Compared, Difference } from './queries.ts'

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
  other_account: 'overdue',
  booked_twice: 'failed',
  stands_there: 'waiting',
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
        <DifferenceActions difference={difference} />
      </div>
    </li>
  )
}
