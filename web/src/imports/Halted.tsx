import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Imports.module.css'
import { type ImportDetail, importQuery, resumeImport, undoImport } from './queries.ts'

/** An import that stands still halfway: what happened, and both ways on. */
export function Halted({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const onSuccess = (changed: ImportDetail) =>
    queryClient.setQueryData(importQuery(found.id).queryKey, changed)
  const resuming = useSingleMutation({ mutationFn: () => resumeImport(found.id), onSuccess })
  const undoing = useSingleMutation({ mutationFn: () => undoImport(found.id), onSuccess })
  return (
    <div className={styles.above}>
      <Notice
        kind="failed"
        title={words.haltedTitle(found.counts.added + found.counts.updated)}
        actions={
          <Permitted to="registers">
            <BusyButton busy={resuming.isPending} onClick={() => resuming.mutate()}>
              {words.goOn}
            </BusyButton>
            {found.cause?.code === 'adding_halted' && (
              <BusyButton busy={undoing.isPending} onClick={() => undoing.mutate()}>
                {words.undo}
              </BusyButton>
            )}
          </Permitted>
        }
      >
        {found.cause?.message}
      </Notice>
    </div>
  )
}
