import { Link } from '@tanstack/react-router'
import styles from '../cases/Cases.module.css'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportCaseDetail } from './queries.ts'
import { Whose } from './Whose.tsx'

/** Beside a case: whose it is, until when it may be looked at, what changed of late, and where else it fails. */
export function CaseAround({ found }: { found: SupportCaseDetail }) {
  const { cases, supportCases: words } = useTexts()
  const format = useFormat()
  const { bookingId, changes, consent, elsewhere, organizationName, organizationNumber, relationId } = found
  const attempts = bookingId
    ? paths.supportBooking(bookingId)
    : relationId
      ? paths.supportRelation(relationId)
      : null
  return (
    <>
      <Sheet as="div" padded className={styles.part}>
        <h2>{words.consent}</h2>
        <p className={consent.isInForce ? styles.strong : styles.quiet}>
          {consent.isInForce
            ? cases.until(format.moment(consent.until))
            : cases.stoppedAt(format.moment(consent.until))}
        </p>
        <div>
          <Whose organization={{ id: found.id, number: organizationNumber, name: organizationName }} />
        </div>
        {attempts && <Link {...attempts}>{words.toAttempts}</Link>}
      </Sheet>
      {changes && (
        <Sheet as="div" padded className={styles.part}>
          <h2>{words.changes}</h2>
          {changes.length === 0 ? (
            <p className={styles.quiet}>{words.changesNone}</p>
          ) : (
            <ol className={styles.looks}>
              {changes.map(({ at, what }) => (
                <li key={`${at}${what}`}>
                  <time dateTime={at}>{format.moment(at)}</time>
                  <span>{words.changeKinds[what]}</span>
                </li>
              ))}
            </ol>
          )}
        </Sheet>
      )}
      <Sheet as="div" padded className={styles.part}>
        <h2>{words.elsewhere}</h2>
        {elsewhere.length === 0 ? (
          <p className={styles.quiet}>{words.elsewhereNone}</p>
        ) : (
          <ul className={styles.cases}>
            {elsewhere.map(({ invoices, organizationName: name, organizationNumber: number, since }) => (
              <li key={number}>
                <span>
                  <Whose organization={{ id: String(number), number, name }} />
                </span>
                <span className={styles.quiet}>
                  {words.invoices(invoices)}, {format.moment(since)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </>
  )
}
