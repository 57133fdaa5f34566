import { Button } from '@mantine/core'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { NoticeBelow } from '../components/NoticeBelow.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { type AutosaveState, isUnsaved } from './autosave.ts'

type EditorNoticesProps = {
  state: AutosaveState
  restored: boolean
  /** Shows what is saved, and forgets what stands in the form. */
  onStartOver: () => void
  onOverwrite: () => void
}

/** What has to be said about a draft: it could not be saved, it was changed elsewhere, it was put back. */
export function EditorNotices(props: EditorNoticesProps) {
  const notice = noticeFor(props, useTexts())
  return notice && <NoticeBelow>{notice}</NoticeBelow>
}

function noticeFor(
  { state, restored, onStartOver, onOverwrite }: EditorNoticesProps,
  texts: ReturnType<typeof useTexts>,
) {
  const { invoiceForm: words } = texts
  if (state.kind === 'failed') return <Notice kind="failed" title={words.saveFailed} />
  if (state.kind === 'refused' && !state.failure?.problem?.fields?.length)
    return <Notice kind="failed" title={sentenceOf(state.failure, texts)} />
  if (state.kind === 'final')
    return (
      <Notice
        kind="quiet"
        title={words.alreadyFinal}
        actions={
          state.version && (
            <ButtonLink {...paths.invoice(state.version.id)} reloadDocument>
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
            <Button size="sm" onClick={onStartOver}>
              {words.conflictReload}
            </Button>
            <Button size="sm" onClick={onOverwrite}>
              {words.conflictKeep}
            </Button>
          </>
        }
      >
        {isUnsaved(state) ? words.conflictText : words.conflictOlder}
      </Notice>
    )
  if (restored && state.kind !== 'resting')
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
