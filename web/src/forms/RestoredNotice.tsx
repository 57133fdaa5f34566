import { Button } from '@mantine/core'
import { Notice } from '../components/Notice.tsx'
import { useTexts } from '../language/language.tsx'

type RestoredNoticeProps = {
  restored: boolean
  /** What is saved was changed since. */
  outdated: boolean
  /** Whether there is nothing saved to go back to. */
  isNew: boolean
  onStartOver: () => void
}

/** Says above a form that it holds work from before that is not saved, and offers to do without. */
export function RestoredNotice({ restored, outdated, isNew, onStartOver }: RestoredNoticeProps) {
  const { common } = useTexts()
  if (!restored) return null
  return (
    <Notice
      kind="quiet"
      title={common.restored}
      actions={
        <Button size="sm" onClick={onStartOver}>
          {isNew ? common.startOver : common.showSaved}
        </Button>
      }
    >
      {outdated && common.restoredOutdated}
    </Notice>
  )
}
