import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Backfill.module.css'
import { type Backfill, backfillQuery, requestBackfill } from './queries.ts'

/** From which day on, and the dry run of that. */
export function BackfillStart({ backfill: { backfill: found, suggestedFrom } }: { backfill: Backfill }) {
  const { backfills: words } = useTexts()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [from, setFrom] = useState(found?.from ?? suggestedFrom)
  const isOpen = found?.state === 'reading' || found?.state === 'ready'
  const reading = useSingleMutation({
    mutationFn: () => requestBackfill(from),
    onSuccess: (begun) => queryClient.setQueryData(backfillQuery.queryKey, begun),
  })
  return (
    <Sheet padded className={styles.start} aria-labelledby="backfill-start">
      <h2 id="backfill-start">{words.start}</h2>
      <Permitted to="bookings">
        <form
          className={styles.startForm}
          onSubmit={(event) => {
            event.preventDefault()
            if (from !== '') reading.mutate(undefined)
          }}
        >
          <TextInput
            type="date"
            label={words.from}
            value={from}
            required
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <BusyButton type="submit" variant={isOpen ? 'default' : 'star'} busy={reading.isPending}>
            {isOpen ? words.readAgain : words.read}
          </BusyButton>
        </form>
      </Permitted>
      <p className={styles.quiet}>{words.fromText}</p>
      {reading.error && <FailureNotice title={words.notDone} failure={reading.error} />}
      {found?.readAt && isOpen && (
        <p className={styles.quiet}>{words.readOn(format.moment(found.readAt), found.mutationsRead)}</p>
      )}
      {isOpen && found.warning && (
        <Notice kind="quiet" title={words[found.warning]}>
          {words.closedText}
        </Notice>
      )}
    </Sheet>
  )
}
