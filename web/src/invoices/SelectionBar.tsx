import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { DownloadIcon, MailIcon, RetryIcon } from '../components/icons.ts'
import { Notice } from '../components/Notice.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { amountOf, centsOf } from '../format/cents.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { InvoiceSummary } from './queries.ts'
import styles from './SelectionBar.module.css'
import type { Failed } from './selection.ts'
import { type SelectionWork, useSelectionWork } from './use-selection-work.ts'
import { mostChosen, type WholeChoice } from './use-whole-choice.ts'

const MailChosenDialog = lazy(() =>
  import('./MailChosenDialog.tsx').then(({ MailChosenDialog }) => ({ default: MailChosenDialog })),
)

type SelectionBarProps = {
  chosen: readonly InvoiceSummary[]
  /** Where all that stand here are chosen, and there are more. */
  whole: WholeChoice | null
  onClear: () => void
}

/** What can be done with the invoices that are chosen, how far it is, and what did not work. */
export function SelectionBar({ chosen, onClear, whole }: SelectionBarProps) {
  const { selection: texts } = useTexts()
  const format = useFormat()
  const work = useSelectionWork()
  const [isAsking, setAsking] = useState(false)
  const mailable = chosen.filter(({ origin, state }) => state === 'final' && origin === null)
  const failed = chosen.filter(({ booksState }) => booksState === 'failed')
  if (chosen.length === 0 && work.state === 'idle') return null
  const total = chosen.reduce((sum, { totalGross }) => sum + centsOf(totalGross), 0n)
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.withChosen}>
      <p role="status">
        {work.state === 'busy' ? (
          <b>{texts.chosenProgress[work.kind](work.done, work.count)}</b>
        ) : (
          <>
            <b>{texts.chosen(chosen.length)}</b> {texts.chosenTotal(format.euro(amountOf(total)))}
          </>
        )}
      </p>
      {work.state !== 'busy' && chosen.length > 0 && (
        <>
          <Permitted to="invoices">
            <Button
              size="sm"
              leftSection={<MailIcon aria-hidden />}
              disabled={mailable.length === 0}
              onClick={() => setAsking(true)}
            >
              {texts.mailChosen(mailable.length)}
            </Button>
          </Permitted>
          <Permitted to="exports">
            <Button
              size="sm"
              leftSection={<DownloadIcon aria-hidden />}
              disabled={mailable.length === 0 || chosen.length > work.mostInFile}
              onClick={() => work.zip(chosen)}
            >
              {texts.zipChosen}
            </Button>
          </Permitted>
          <Button
            size="sm"
            leftSection={<DownloadIcon aria-hidden />}
            disabled={mailable.length === 0 || mailable.length > work.mostInFile}
            onClick={() => work.print(mailable)}
          >
            {texts.printChosen}
          </Button>
          {failed.length > 0 && (
            <Permitted to="bookings">
              <Button size="sm" leftSection={<RetryIcon aria-hidden />} onClick={() => work.retry(failed)}>
                {texts.retryChosen(failed.length)}
              </Button>
            </Permitted>
          )}
          {whole && (
            <BusyButton size="sm" variant="subtle" busy={whole.isBusy} onClick={whole.choose}>
              {texts.chooseWhole(mostChosen)}
            </BusyButton>
          )}
          <Button size="sm" variant="subtle" className={styles.clear ?? ''} onClick={onClear}>
            {texts.clearChosen}
          </Button>
        </>
      )}
      <Outcome work={work} />
      {isAsking && (
        <Suspense fallback={null}>
          <MailChosenDialog
            mailable={mailable}
            onClose={() => setAsking(false)}
            onMail={() => {
              setAsking(false)
              work.mail(mailable)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What came of it: how many, and of each that failed why. */
function Outcome({ work }: { work: SelectionWork }) {
  const { selection: texts, invoices, common } = useTexts()
  if (work.state !== 'ended') return null
  const { count, failed, kind } = work
  return (
    <div className={styles.outcome}>
      <Notice
        kind={failed.length === 0 ? 'good' : 'failed'}
        title={texts.chosenDone[kind](count - failed.length)}
        actions={
          <Button size="sm" variant="subtle" onClick={work.dismiss}>
            {common.close}
          </Button>
        }
      >
        {failed.length > 0 && (
          <ul className={styles.names}>
            {failed.map((it) => (
              <li key={it.item.id}>
                <Link {...paths.invoice(it.item.id)}>{it.item.number ?? invoices.withoutNumber}</Link>:{' '}
                {whyOf(it, texts.notDone)}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

/** The sentence at the field says most, where the refusal has one. */
function whyOf({ error }: Failed<InvoiceSummary>, otherwise: string): string {
  if (!(error instanceof ApiFailure)) return otherwise
  return error.problem?.fields?.[0]?.message ?? error.problem?.detail ?? otherwise
}
