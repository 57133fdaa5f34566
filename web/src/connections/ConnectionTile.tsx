import { Facts } from '../components/Facts.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { ConnectionActions } from './ConnectionActions.tsx'
import styles from './ConnectionTile.module.css'
import type { Connection } from './queries.ts'
import { RelationsFrom } from './RelationsFrom.tsx'

/** The tile «e-Boekhouden.nl», as the manual describes it. */
export function ConnectionTile({ connection }: { connection: Connection }) {
  const { integrations: texts, status } = useTexts()
  const format = useFormat()
  const linked = connection.state === 'active' || connection.state === 'paused'
  return (
    <Sheet as="article">
      <div className={styles.tile}>
        <div className={styles.sign} aria-hidden="true">
          e
        </div>
        <div className={styles.names}>
          <h2>{texts.tileTitle}</h2>
          <p className={styles.category}>{texts.tileCategory}</p>
        </div>
        <div className={styles.action} data-linked={linked || undefined}>
          {connection.state === 'active' ? (
            <Status of="booked">{status.linked}</Status>
          ) : connection.state === 'paused' ? (
            <Status of="waiting" />
          ) : (
            <Permitted to="connection">
              <ButtonLink {...paths.connect()} variant="star">
                {texts.connect}
              </ButtonLink>
            </Permitted>
          )}
        </div>
        <div className={styles.rest}>
          <p className={styles.text}>
            <Prose>{texts.tileText}</Prose>
          </p>
          {linked && (
            <Facts
              items={[
                [texts.books, connection.books?.name],
                [texts.username, connection.username],
                [texts.since, connection.activatedAt && format.moment(connection.activatedAt)],
                [
                  texts.debtors,
                  connection.debtorsAccount && texts.accountNumber(connection.debtorsAccount.code),
                ],
                [
                  texts.revenue,
                  connection.revenueAccount && texts.accountNumber(connection.revenueAccount.code),
                ],
                [texts.lastTested, connection.lastTestedAt && format.moment(connection.lastTestedAt)],
                [
                  texts.nextTest,
                  connection.state === 'paused' &&
                    connection.nextTestAt &&
                    format.moment(connection.nextTestAt),
                ],
              ]}
            />
          )}
        </div>
      </div>
      {linked && (
        <div className={styles.choice}>
          <RelationsFrom connection={connection} />
        </div>
      )}
      {linked && <ConnectionActions />}
    </Sheet>
  )
}
