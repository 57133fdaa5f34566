import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Imports.module.css'
import { applyImport, type Fate, type ImportDetail, importQuery, undoImport } from './queries.ts'

/** What happens with all rows together, and the one button that does it. */
export function PlanSheet({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const format = useFormat()
  const [takeChanges, setTakeChanges] = useState(found.takeChanges)
  const { appliedAt, counts, kind, state } = found
  const isBefore = state === 'ready'
  const rows = counts.new + counts.same + counts.changed + counts.wrong
  const texts: Record<Fate, string> = {
    ...words.fateTexts,
    new: appliedAt === null ? words.fateTexts.new : words.addedAt(format.moment(appliedAt)),
    changed: takeChanges ? words.fateTexts.changedTaken : words.fateTexts.changed,
  }
  return (
    <Sheet as="aside" aria-labelledby="import-plan" className={styles.plan}>
      <h2 id="import-plan">{isBefore ? words.plan(rows) : words.planAfter(rows)}</h2>
      <dl className={styles.counts}>
        {(['new', 'same', 'changed', 'wrong'] as const).map((fate) => (
          <div key={fate} data-fate={fate}>
            <dt>
              {words.fates[fate]}
              <small>{texts[fate]}</small>
            </dt>
            <dd>{counts[fate]}</dd>
          </div>
        ))}
      </dl>
      {counts.kept > 0 && <p className={styles.quiet}>{words.keptAfter(counts.kept)}</p>}
      <Permitted to="registers">
        {isBefore && <Apply found={found} takeChanges={takeChanges} onTakeChanges={setTakeChanges} />}
        {state === 'applied' && <Undo found={found} />}
      </Permitted>
      {isBefore && (
        <section className={styles.know}>
          <h3>{words.know}</h3>
          <p>{words.sentFor[kind]}</p>
          <p>{words.undoFor[kind]}</p>
        </section>
      )}
    </Sheet>
  )
}

type ApplyProps = { found: ImportDetail; takeChanges: boolean; onTakeChanges: (taken: boolean) => void }

function Apply({ found, onTakeChanges, takeChanges }: ApplyProps) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const [wholly, setWholly] = useState(false)
  const { counts, id, kind, revision } = found
  const applying = useSingleMutation({
    mutationFn: () => applyImport(id, { revision, takeChanges, wholly }),
    onSuccess: (applied) => queryClient.setQueryData(importQuery(id).queryKey, applied),
  })
  const changes = takeChanges ? counts.changed : 0
  return (
    <div className={styles.apply}>
      {counts.changed > 0 && (
        <TickField
          label={words.takeChanges(counts.changed)}
          help={words.takeChangesHelp(counts.changes)}
          checked={takeChanges}
          onChange={onTakeChanges}
        />
      )}
      {counts.wrong > 0 && (
        <TickField label={words.wholly} help={words.whollyHelp} checked={wholly} onChange={setWholly} />
      )}
      <FailureNotice title={words.notAdded} failure={applying.error} />
      {counts.new + changes === 0 ? (
        <p className={styles.quiet}>{words.nothingToAdd}</p>
      ) : (
        <BusyButton variant="star" fullWidth busy={applying.isPending} onClick={() => applying.mutate()}>
          {counts.new > 0 ? words.add[kind](counts.new) : words.takeOver(changes)}
        </BusyButton>
      )}
      {counts.wrong > 0 && !wholly && <p className={styles.quiet}>{words.wrongLater(counts.wrong)}</p>}
    </div>
  )
}

function Undo({ found }: { found: ImportDetail }) {
  const { imports: words } = useTexts()
  const format = useFormat()
  const queryClient = useQueryClient()
  const undoing = useSingleMutation({
    mutationFn: () => undoImport(found.id),
    onSuccess: (undone) => queryClient.setQueryData(importQuery(found.id).queryKey, undone),
  })
  if (found.undoUntil === null || new Date(found.undoUntil) < new Date()) return null
  return (
    <div className={styles.apply}>
      <FailureNotice title={words.notUndone} failure={undoing.error} />
      <BusyButton fullWidth busy={undoing.isPending} onClick={() => undoing.mutate()}>
        {words.undo}
      </BusyButton>
      <p className={styles.quiet}>{words.undoUntil(format.moment(found.undoUntil))}</p>
    </div>
  )
}
