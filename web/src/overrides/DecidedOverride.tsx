import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Facts } from '../components/Facts.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { AdoptionDifferences } from './AdoptionDifferences.tsx'
import styles from './Override.module.css'
import { changedWithOverride, overrideQuery, undoOverride } from './queries.ts'

/** What somebody decided of the booking of an invoice, and the way back. */
export function DecidedOverride({ invoiceId }: { invoiceId: string }) {
  const { overrides: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data } = useQuery(overrideQuery(invoiceId))
  const undoing = useSingleMutation({
    mutationFn: () => undoOverride(invoiceId),
    onSuccess: () => toast({ text: words.undone }),
    onError: () => toast({ text: words.notKept }),
    onSettled: () => {
      for (const queryKey of changedWithOverride) void queryClient.invalidateQueries({ queryKey })
    },
  })
  const decided = data?.decided
  if (!decided) return null
  const moment = format.moment(decided.at)
  return (
    <div className={styles.decided}>
      <p className={styles.text}>
        {decided.kind === 'adopted'
          ? words.adoptedBy(decided.by, moment)
          : words.excludedBy(decided.by, moment)}
      </p>
      <Facts items={[[words.reasonGiven, decided.reason]]} />
      {decided.differences.length > 0 && <AdoptionDifferences differences={decided.differences} />}
      {decided.mayUndo ? (
        <Permitted to="bookings">
          <BusyButton size="sm" busy={undoing.isPending} onClick={() => undoing.mutate(undefined)}>
            {words.undo}
          </BusyButton>
        </Permitted>
      ) : (
        <p className={styles.text}>{words.stays}</p>
      )}
    </div>
  )
}
