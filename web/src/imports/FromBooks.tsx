import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { DownloadIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { connectionQuery } from '../connections/queries.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Imports.module.css'
import { type ImportDetail, importFromBooks } from './queries.ts'

type FromBooksProps = { kind: 'customers' | 'products'; onBegun: (found: ImportDetail) => void }

/** What stands in the linked books already, to be taken over; nothing where none are linked. */
export function FromBooks({ kind, onBegun }: FromBooksProps) {
  const { imports } = useTexts()
  const { fromBooks: words } = imports
  const queryClient = useQueryClient()
  const { data: connection } = useQuery(connectionQuery)
  const fetching = useSingleMutation({
    mutationFn: () => importFromBooks(kind),
    onSuccess: (found) => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      onBegun(found)
    },
  })
  if (connection?.state !== 'active' && connection?.state !== 'paused') return null
  return (
    <Sheet padded className={`${styles.choose} ${styles.fromBooks}`} aria-labelledby="from-books">
      <h2 id="from-books">{words.title}</h2>
      <p className={styles.prose}>
        <Prose>{kind === 'customers' ? words.customersText : words.productsText}</Prose>
      </p>
      <FailureNotice title={words.failed} failure={fetching.error} />
      <p>
        <BusyButton
          leftSection={<DownloadIcon aria-hidden />}
          busy={fetching.isPending}
          onClick={() => fetching.mutate()}
        >
          {words[kind]}
        </BusyButton>
      </p>
    </Sheet>
  )
}
