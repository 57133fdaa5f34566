import { ReasonDialog } from '../forms/ReasonDialog.tsx'
import { useTexts } from '../language/language.tsx'
import { changedWithOverride, exclude } from './queries.ts'

type ExcludeDialogProps = { invoiceId: string; number: string; onClose: () => void }

/** «Niet boeken», with the reason that is kept. */
export function ExcludeDialog({ invoiceId, number, onClose }: ExcludeDialogProps) {
  const { overrides: words } = useTexts()
  const { confirmExclude: confirm, notKept, reason, reasonText } = words
  return (
    <ReasonDialog
      words={{ title: words.excludeTitle(number), reason, reasonText, confirm, notKept }}
      onConfirm={(given) => exclude(invoiceId, given)}
      onClose={onClose}
      changed={changedWithOverride}
    >
      <p>{words.excludeText}</p>
    </ReasonDialog>
  )
}
