import { Prose } from '../components/Prose.tsx'
import { ReasonDialog } from '../forms/ReasonDialog.tsx'
import { useTexts } from '../language/language.tsx'
import { acceptDifference, type Difference } from './queries.ts'

const changed = [['reconciliation']] as const

/** «Is goed zo», with the reason that is kept. */
export function AcceptDialog({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const { reconciliation: texts } = useTexts()
  const { accept: confirm, acceptText: reasonText, acceptTitle: title, notKept, reason } = texts
  return (
    <ReasonDialog
      words={{ title, reason, reasonText, confirm, notKept }}
      onConfirm={(given) => acceptDifference(difference.key, given)}
      onClose={onClose}
      changed={changed}
    >
      <p>
        <Prose>{difference.title}</Prose>
      </p>
    </ReasonDialog>
  )
}
