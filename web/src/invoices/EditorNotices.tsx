import { Button } from '@mantine/core'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './EditorNotices.module.css'
import type { SaveState } from './use-autosave.ts'

type EditorNoticesProps = {
  state: SaveState
  restored: boolean
  invoiceId: string | undefined
  onStartOver: () => void
  onReload: () => void
  onOverwrite: () => Promise<void>
}

/** What has to be said above a draft: it could not be saved, it was changed elsewhere, it was put back. */
export function EditorNotices(props: EditorNoticesProps) {
  const notice = noticeFor(props, useTexts())
  return notice && <div className={styles.place}>{notice}</div>
}

function noticeFor(
  { state, restored, invoiceId, onStartOver, onReload, onOverwrite }: EditorNoticesProps,
  texts: ReturnType<typeof useTexts>,
) {
  const { invoiceForm: words } = texts
  if (state.kind === 'failed') return <Notice kind="failed" title={words.saveFailed} />
  if (state.kind === 'refused' && !state.failure.problem?.fields?.length)
    return <Notice kind="failed" title={sentenceOf(state.failure, texts)} />
  if (state.kind === 'final')
    return (
      <Notice
        kind="quiet"
        title={words.alreadyFinal}
        actions={
          invoiceId && (
            <ButtonLink {...paths.invoice(invoiceId)} reloadDocument>
              {words.viewFinal}
            </ButtonLink>
          )
        }
      />
    )
  if (state.kind === 'conflict')
    return (
      <Notice
        kind="failed"
        title={words.conflictTitle}
        actions={
          <>
            <Button size="sm" onClick={onReload}>
              {words.conflictReload}
            </Button>
            <Button size="sm" onClick={() => void onOverwrite()}>
              {words.conflictKeep}
            </Button>
          </>
        }
      >
        {state.unsaved ? words.conflictText : words.conflictOlder}
      </Notice>
    )
  if (restored && state.kind !== 'saved')
    return (
      <Notice
        kind="quiet"
        title={words.restored}
        actions={
          <Button size="sm" onClick={onStartOver}>
            {words.discardRestored}
          </Button>
        }
      />
    )
  return null
}
