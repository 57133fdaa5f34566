import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isNotFound } from '../api/failure.ts'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { NotFoundPage } from '../layouts/NotFoundPage.tsx'
import { paths } from '../routing/paths.ts'
import { ColumnsSheet } from './ColumnsSheet.tsx'
import { FileSheet } from './FileSheet.tsx'
import { Halted } from './Halted.tsx'
import styles from './Imports.module.css'
import { PlanSheet } from './PlanSheet.tsx'
import { busyStates, deleteImport, type ImportDetail, importQuery, kindNames } from './queries.ts'
import { RowsSheet } from './RowsSheet.tsx'

/** One import: its file, what becomes of each row, its columns, and the one thing to do. */
export function ImportPage() {
  const { imports: words } = useTexts()
  const { importId } = useParams({ from: '/members/organization/importen/$importId' })
  const { data: found, error, refetch } = useQuery(importQuery(importId))
  useFreshLists(found?.state)
  if (isNotFound(error)) return <NotFoundPage title={words.notFound} />
  const back = { link: paths.imports(), label: words.title }
  if (!found) {
    return (
      <PageLoading
        title={words.title}
        back={back}
        error={error}
        unavailable={words.unavailable}
        onRetry={() => void refetch()}
      />
    )
  }
  const isRead = found.reading !== null && found.state !== 'reading' && found.state !== 'refused'
  return (
    <>
      <PageHead
        title={titleOf(found, words)}
        tabTitle={found.fileName}
        back={back}
        beside={<span className={styles.state}>{words.states[found.state]}</span>}
        actions={<RemoveButton found={found} />}
      />
      <Going found={found} />
      {found.state === 'refused' && <Refused found={found} />}
      {found.state === 'halted' && <Halted found={found} />}
      {isRead ? (
        <DetailColumns explained side={<PlanSheet key={found.revision} found={found} />}>
          <FileSheet key={`file ${found.revision}`} found={found} />
          <RowsSheet found={found} />
          {found.state === 'ready' && <ColumnsSheet key={`columns ${found.revision}`} found={found} />}
        </DetailColumns>
      ) : (
        found.state === 'refused' && found.reading && <FileSheet found={found} />
      )}
    </>
  )
}

function titleOf(
  { counts, fileName, kind, reading, state }: ImportDetail,
  words: ReturnType<typeof useTexts>['imports'],
): string {
  if (state === 'ready') return words.titles.new[kind](counts.new, reading?.program ?? null)
  if (state === 'applied') return words.titles.added[kind](counts.added)
  return fileName
}

/** What was added or taken back is in the lists at once. */
function useFreshLists(state: ImportDetail['state'] | undefined) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (state !== 'applied' && state !== 'undone') return
    for (const list of ['customers', 'products', 'invoices', 'overview', 'activities'])
      void queryClient.invalidateQueries({ queryKey: [list] })
  }, [queryClient, state])
}

/** How far it is, while something goes on. */
function Going({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const { counts, rowsDone, state, takeChanges } = found
  if (!busyStates.includes(state)) return null
  const toAdd = counts.new + (takeChanges ? counts.changed : 0)
  const sentence = {
    reading: words.reading(rowsDone),
    applying: words.applying(counts.added + counts.updated, toAdd),
    undoing: words.undoing(counts.takenBack),
  }[state as 'reading' | 'applying' | 'undoing']
  return (
    <div className={styles.above}>
      <Notice kind="waiting" title={sentence}>
        {words.leave}
      </Notice>
    </div>
  )
}

function Refused({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  return (
    <div className={styles.above}>
      <Notice
        kind="failed"
        title={words.refusedTitle}
        actions={<ButtonLink {...paths.newImport(kindNames[found.kind])}>{words.another}</ButtonLink>}
      >
        {found.cause?.message}
      </Notice>
    </div>
  )
}

/** Only what added nothing, or was taken back, goes away. */
function RemoveButton({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const toast = useToast()
  const removing = useSingleMutation({
    mutationFn: () => deleteImport(found.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] })
      toast({ text: words.removed(found.fileName) })
      void navigate(paths.imports())
    },
  })
  if (!['ready', 'refused', 'receiving', 'undone'].includes(found.state)) return null
  return (
    <BusyButton size="sm" variant="subtle" busy={removing.isPending} onClick={() => removing.mutate()}>
      {words.remove}
    </BusyButton>
  )
}
