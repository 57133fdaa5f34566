import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import { changeDigestWish, digestQuery } from './queries.ts'

/** Whether one is told by mail in the morning; kept at once, without a button. */
export function DigestChoice({ organization }: { organization: string }) {
  const { account } = useTexts()
  const queryClient = useQueryClient()
  const { data, isError } = useQuery(digestQuery)
  const change = useMutation({
    mutationFn: changeDigestWish,
    onSuccess: (wish) => queryClient.setQueryData(digestQuery.queryKey, wish),
  })
  // What stands below stays where it is when the choice comes.
  if (!data) return isError ? null : <Skeleton height="7.5rem" />
  const shown = change.isPending ? change.variables : data.wanted
  return (
    <section className={styles.form} aria-labelledby="digest-title">
      <div className={styles.head}>
        <h2 id="digest-title">{account.digestTitle}</h2>
      </div>
      <FailureNotice title={account.digestFailed} failure={change.error} errors={{}} />
      <TickField
        label={account.digestWanted}
        help={account.digestHelp(organization)}
        checked={shown}
        onChange={(wanted) => change.mutate(wanted)}
      />
    </section>
  )
}
