import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { FileLink } from '../components/links.tsx'
import { Permitted, useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { files } from '../routing/paths.ts'
import { ExportForm } from './ExportForm.tsx'
import styles from './Exports.module.css'
import { type Archive, deleteExport, exportsQuery } from './queries.ts'

/** «Voorkeuren» › «Exporteren»: everything of a period as one archive. */
export function ExportsPage() {
  const { exports: words } = useTexts()
  const isHere = useRefusal('exports') === null
  const { data, isError, refetch } = useQuery({ ...exportsQuery, enabled: isHere })
  return (
    <PreferencesFrame title={words.title} lead={words.lead}>
      <Sheet padded>
        <Permitted to="exports" sentence="above">
          <ExportForm isBusy={data?.items.some(({ state }) => state === 'making') ?? false} />
        </Permitted>
      </Sheet>
      <Sheet aria-labelledby="archives">
        <h2 id="archives" className={styles.heading}>
          {words.list}
        </h2>
        {isError && <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />}
        {data?.items.length === 0 && <Empty title={words.none} text={words.noneText} />}
        <ul className={styles.archives}>
          {data?.items.map((archive) => (
            <ArchiveRow key={archive.id} archive={archive} />
          ))}
        </ul>
      </Sheet>
    </PreferencesFrame>
  )
}

function ArchiveRow({ archive }: { archive: Archive }) {
  const { exports: words } = useTexts()
  const format = useFormat()
  const queryClient = useQueryClient()
  const toast = useToast()
  const removing = useSingleMutation({
    mutationFn: () => deleteExport(archive.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey })
      toast({ text: words.removed })
    },
  })
  return (
    <li className={styles.archive}>
      <div>
        <b>{words.period(format.day(archive.from), format.day(archive.until))}</b>
        <p className={styles.quiet}>{words.by(format.moment(archive.createdAt), archive.requestedBy)}</p>
        <How archive={archive} />
      </div>
      <div className={styles.actions}>
        {archive.state === 'ready' && <FileLink href={files.export(archive.id)}>{words.download}</FileLink>}
        <BusyButton size="sm" variant="subtle" busy={removing.isPending} onClick={() => removing.mutate()}>
          {words.remove}
        </BusyButton>
      </div>
    </li>
  )
}

function How({ archive: { expiresAt, invoicesDone, invoicesTotal, size, state } }: { archive: Archive }) {
  const { exports: words } = useTexts()
  const format = useFormat()
  if (state === 'failed') return <p className={styles.failed}>{words.failed}</p>
  if (state === 'making')
    return (
      <p className={styles.quiet} role="status">
        {words.making}
        {invoicesTotal > 0 && `: ${words.progress(invoicesDone, invoicesTotal)}`}
      </p>
    )
  const megabytes = format.quantity(String(Math.max(0.1, Math.round((size ?? 0) / 100_000) / 10)))
  return (
    <p className={styles.quiet}>
      {words.size(megabytes)}
      {expiresAt && `. ${words.keptUntil(format.moment(expiresAt))}.`}
    </p>
  )
}
