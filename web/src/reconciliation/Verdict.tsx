import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { DownloadIcon, RetryIcon } from '../components/icons.ts'
import { FileLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Star } from '../components/Star.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import type { Period } from '../format/period.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import { type Compared, type Reconciliation, readReconciliation, reconciliationQuery } from './queries.ts'
import styles from './Verdict.module.css'

/** The answer: whether the period agrees, who looked and when, and looking anew. */
export function Verdict({ reconciliation, period }: { reconciliation: Reconciliation; period: Period }) {
  const { reconciliation: texts } = useTexts()
  const { compared, reading } = reconciliation
  return (
    <Sheet as="section" padded className={styles.verdict} aria-label={texts.verdict}>
      <div aria-live="polite">
        <p className={styles.answer}>
          {compared?.isClean && <Star />}
          <span>{compared ? sentenceOf(compared, texts) : texts.never}</span>
        </p>
        {compared ? <Particulars compared={compared} /> : <p className={styles.text}>{texts.neverText}</p>}
        {reading && (
          <p className={styles.text}>
            {reading.isHeldBack ? texts.heldBack : texts.comparing(reading.mutationsRead)}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {reconciliation.isLinked && (
          <Permitted to="bookings">
            <CompareNow period={period} isReading={reading !== null} />
          </Permitted>
        )}
        {compared && (
          <Permitted to="exports">
            <Export period={period} />
          </Permitted>
        )}
      </div>
    </Sheet>
  )
}

function sentenceOf(
  { differences, isClean }: Compared,
  texts: ReturnType<typeof useTexts>['reconciliation'],
): string {
  const open = differences.filter(({ acceptance }) => acceptance === null).length
  if (!isClean) return texts.differs(open)
  return differences.length === 0 ? texts.clean : texts.cleanBut(differences.length)
}

function Particulars({ compared }: { compared: Compared }) {
  const { reconciliation: texts } = useTexts()
  const format = useFormat()
  const { agreeing, by, calls, documents, mutationsRead, readAt, since } = compared
  return (
    <>
      <p className={styles.text}>
        <Prose>{`${texts.agreeing(agreeing, documents)} ${texts.lookedBy(by, format.moment(readAt))}`}</Prose>
      </p>
      <p className={styles.small}>
        {since > 0 && `${texts.since(since)} `}
        {texts.cost(mutationsRead, calls)}
      </p>
    </>
  )
}

function CompareNow({ period, isReading }: { period: Period; isReading: boolean }) {
  const { reconciliation: texts } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const asking = useSingleMutation({
    mutationFn: () => readReconciliation(period),
    onError: () => toast({ text: texts.notCompared }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: reconciliationQuery(period).queryKey }),
  })
  return (
    <BusyButton
      size="sm"
      leftSection={<RetryIcon aria-hidden />}
      busy={asking.isPending || isReading}
      onClick={() => asking.mutate(undefined)}
    >
      {texts.compareNow}
    </BusyButton>
  )
}

function Export({ period: { from, until } }: { period: Period }) {
  const { reconciliation: texts } = useTexts()
  const { language } = useLanguage()
  const asked = { from, until, language }
  return (
    <>
      <FileLink href={files.reconciliationCsv(asked)} leftSection={<DownloadIcon aria-hidden />}>
        {texts.export}
      </FileLink>
      <FileLink href={files.reconciliationPdf(asked)} leftSection={<DownloadIcon aria-hidden />}>
        {texts.exportPdf}
      </FileLink>
    </>
  )
}
