import { useQuery } from '@tanstack/react-query'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type ServiceQuarter, serviceAnswersQuery } from './queries.ts'
import styles from './ServiceHealth.module.css'
import { dayOfQuarters, healthOf } from './service-health.ts'

const lookMs = 60_000

/** How e-Boekhouden.nl answers, as Stella sees it: a sentence, the last day by quarters of an hour, and a table. */
export function ServiceHealth() {
  const { support: words } = useTexts()
  const { data, dataUpdatedAt } = useQuery({ ...serviceAnswersQuery, refetchInterval: lookMs })
  if (!data) return null
  const quarters = dayOfQuarters(data.items, new Date(dataUpdatedAt))
  return (
    <Sheet padded aria-labelledby="health" className={styles.health}>
      <h2 id="health">
        <Prose>{words.healthTitles[healthOf(quarters)]}</Prose>
      </h2>
      {data.items.length === 0 ? (
        <p className={styles.quiet}>{words.healthNothing}</p>
      ) : (
        <>
          <Bars quarters={quarters} />
          <QuarterTable quarters={data.items.toReversed()} />
        </>
      )}
    </Sheet>
  )
}

function Bars({ quarters }: { quarters: readonly ServiceQuarter[] }) {
  const { support: words } = useTexts()
  const format = useFormat()
  const most = Math.max(...quarters.map((it) => it.answered + it.refused + it.unanswered), 1)
  const height = (count: number) => ({ height: `${(count / most) * 100}%` })
  return (
    <figure className={styles.figure} aria-label={words.healthChart}>
      <div className={styles.bars} aria-hidden>
        {quarters.map(({ answered, at, refused, unanswered }) => (
          <div key={at} title={format.moment(at)}>
            <i className={styles.unanswered} style={height(unanswered)} />
            <i className={styles.refused} style={height(refused)} />
            <i className={styles.answered} style={height(answered)} />
          </div>
        ))}
      </div>
      <figcaption className={styles.legend}>
        <span>{words.perQuarter}</span>
        <span>
          <i className={styles.answered} aria-hidden />
          {words.answered}
        </span>
        <span>
          <i className={styles.refused} aria-hidden />
          {words.refused}
        </span>
        <span>
          <i className={styles.unanswered} aria-hidden />
          {words.unanswered}
        </span>
      </figcaption>
    </figure>
  )
}

function QuarterTable({ quarters }: { quarters: readonly ServiceQuarter[] }) {
  const { support: words } = useTexts()
  const format = useFormat()
  return (
    <details className={styles.quiet}>
      <summary>{words.asTable}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.answered}</th>
            <th scope="col">{words.refused}</th>
            <th scope="col">{words.unanswered}</th>
            <th scope="col">{words.median}</th>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ answered, at, medianMs, refused, unanswered }) => (
            <tr key={at}>
              <th scope="row">{format.moment(at)}</th>
              <td>{answered}</td>
              <td>{refused}</td>
              <td>{unanswered}</td>
              <td>{medianMs === null ? '–' : words.milliseconds(medianMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
