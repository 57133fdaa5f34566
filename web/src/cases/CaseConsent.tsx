import { BusyButton } from '../components/BusyButton.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Cases.module.css'
import { type CaseDetail, endConsent, giveConsent } from './queries.ts'
import { useCaseChange } from './use-case-change.ts'
import { WhatIsSeen } from './WhatIsSeen.tsx'

/** «Support kijkt mee»: until when, who did, and the way to stop it at once. */
export function CaseConsent({ found }: { found: CaseDetail }) {
  const { cases: words } = useTexts()
  const format = useFormat()
  const { isInForce, until } = found.consent
  const ending = useCaseChange(found.id, () => endConsent(found.id))
  const giving = useCaseChange(found.id, () => giveConsent(found.id, 24))
  const moment = format.moment(until)
  return (
    <Sheet as="div" padded className={styles.part}>
      <h2>{isInForce ? words.watching : words.notWatching}</h2>
      <p role="status">
        <span className={isInForce ? styles.strong : styles.quiet}>
          {isInForce ? words.until(moment) : words.stoppedAt(moment)}
        </span>{' '}
        {isInForce && <span className={styles.quiet}>{words.stopsByItself}</span>}
      </p>
      <Looks looks={found.looks} />
      <WhatIsSeen kind={found.subject.kind} />
      <FailureNotice title={words.notChanged} failure={ending.error ?? giving.error} />
      {found.state !== 'closed' && (
        <Permitted to="help">
          {isInForce ? (
            <BusyButton busy={ending.isPending} onClick={() => ending.mutate()}>
              {words.stop}
            </BusyButton>
          ) : (
            <BusyButton busy={giving.isPending} onClick={() => giving.mutate()}>
              {words.allow}
            </BusyButton>
          )}
        </Permitted>
      )}
    </Sheet>
  )
}

/** Who of the support looked at it or did something, the newest first. */
function Looks({ looks }: { looks: CaseDetail['looks'] }) {
  const { cases: words } = useTexts()
  const format = useFormat()
  return (
    <>
      <h3>{words.whoLooked}</h3>
      {looks.length === 0 ? (
        <p className={styles.quiet}>{words.nobodyLooked}</p>
      ) : (
        <ol className={styles.looks}>
          {looks.map(({ action, at, name }) => (
            <li key={`${at}${action}`}>
              <time dateTime={at}>{format.moment(at)}</time>
              <span>
                {name} {words.looks[action]}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
