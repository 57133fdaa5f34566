import { Link } from '@tanstack/react-router'
import { BusyButton } from '../components/BusyButton.tsx'
import { RetryIcon } from '../components/icons.ts'
import { Permitted } from '../components/Permitted.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './FailedTogether.module.css'
import type { Need } from './queries.ts'
import type { CauseRetry } from './use-cause-retry.ts'

type FailedTogetherProps = {
  invoices: NonNullable<Need['invoices']>
  retry: CauseRetry
  /** Whether these are what is being offered again. */
  isFollowed: boolean
  onStart: () => void
}

/** Invoices that failed for one cause: which they are, and offering all of them again at once. */
export function FailedTogether({ invoices, retry, isFollowed, onStart }: FailedTogetherProps) {
  const { overview: texts, common } = useTexts()
  const { count, retryableCause } = invoices
  const progress = isFollowed ? retry.progress : undefined
  const isBusy = isFollowed && !retry.isRefused && !progress?.isEnded
  const isMended = progress?.isEnded === true && progress.failedAgain === 0
  return (
    <div className={styles.together}>
      {!isMended && count > 1 && <WhichInvoices invoices={invoices} />}
      {retryableCause && (
        <Permitted to="bookings">
          <BusyButton
            size="sm"
            leftSection={isMended ? null : <RetryIcon aria-hidden />}
            busy={isBusy}
            onClick={isMended ? retry.dismiss : onStart}
          >
            {isMended ? common.close : texts.retryTogether(count)}
          </BusyButton>
        </Permitted>
      )}
      <p className={styles.outcome} role="status">
        {isFollowed && outcome()}
      </p>
    </div>
  )

  function outcome(): string {
    if (retry.isRefused) return texts.retryRefused
    const offered = retry.followed?.count ?? count
    if (!progress) return ''
    if (!progress.isEnded) return texts.retryProgress(progress.known, offered)
    return progress.failedAgain > 0
      ? texts.retriedPart(progress.failedAgain, offered)
      : texts.retriedAll(offered)
  }
}

function WhichInvoices({ invoices: { count, first } }: Pick<FailedTogetherProps, 'invoices'>) {
  const { overview: texts } = useTexts()
  const format = useFormat()
  return (
    <details className={styles.which}>
      <summary>{texts.whichInvoices(count)}</summary>
      <ul>
        {first.map(({ id, number, customer, total }) => (
          <li key={id}>
            <Link {...paths.invoice(id)}>{number}</Link>
            <span className={styles.customer}>{customer}</span>
            <span className={styles.amount}>{format.euro(total)}</span>
          </li>
        ))}
      </ul>
      {count > first.length && (
        <Link {...paths.invoices({ toon: 'mislukt' })}>{texts.andOthers(count - first.length)}</Link>
      )}
    </details>
  )
}
