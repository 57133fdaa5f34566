import { useQueryClient } from '@tanstack/react-query'
import { AskHelpButton } from '../cases/AskHelpButton.tsx'
import { Advice } from '../components/Advice.tsx'
import { BusyButton } from '../components/BusyButton.tsx'
import { Facts } from '../components/Facts.tsx'
import { RetryIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { useWayToMend } from '../components/mending.ts'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { RetryOutcome } from '../forms/RetryOutcome.tsx'
import { useRetry } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import styles from './CustomerPage.module.css'
import { type CustomerDetail, retryRelation } from './queries.ts'

/** How a customer stands in e-Boekhouden.nl, and what can be done when it failed. */
export function RelationCard({ customer: { id, name, relation } }: { customer: CustomerDetail }) {
  const { relationCard: words } = useTexts()
  const format = useFormat()
  const queryClient = useQueryClient()
  const retry = useRetry({
    state: relation.state === 'failed' || relation.state === 'waiting' ? relation.state : 'settled',
    offer: retryRelation,
    refresh: () => queryClient.invalidateQueries({ queryKey: ['customers'] }),
  })
  const wayToMend = useWayToMend()
  const { mending, relationId } = relation
  const way = mending === null ? null : wayToMend(mending)
  return (
    <Sheet as="aside" padded className={styles.side} aria-labelledby="relation-title">
      <h2 id="relation-title">{words.title}</h2>
      {relation.state === 'none' ? (
        <p className={styles.text}>
          <Prose>{words.none}</Prose>
        </p>
      ) : (
        <Status of={relation.state === 'processed' ? 'booked' : relation.state} />
      )}
      {relation.code && <Facts items={[[words.code, relation.code]]} />}
      {relation.cause && (
        <p className={styles.text}>
          <Advice about={relation.code ? `${name}, ${relation.code}` : name}>{relation.cause}</Advice>
        </p>
      )}
      {relation.nextTryAt && (
        <p className={styles.text}>{words.nextTry(format.moment(relation.nextTryAt, true))}</p>
      )}
      {way && <ButtonLink {...way.link}>{way.words}</ButtonLink>}
      <RetryOutcome {...retry} />
      {(relation.state === 'failed' || retry.isRunning) && relationId && (
        <Permitted to="bookings">
          <BusyButton
            leftSection={<RetryIcon aria-hidden />}
            busy={retry.isRunning}
            onClick={() => retry.start(relationId)}
          >
            {words.retry}
          </BusyButton>
        </Permitted>
      )}
      {(relation.state === 'failed' || relation.cause) && (
        <AskHelpButton subject={{ kind: 'customer', id }} />
      )}
    </Sheet>
  )
}
