import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { LockIcon, RetryIcon, UnlinkIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ConnectionActions.module.css'
import { connectionQuery, disconnect, testConnection } from './queries.ts'

/** What can be done with a connection: test it, give it new codes, take it away. */
export function ConnectionActions() {
  const texts = useTexts()
  const { integrations: words, common } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const refresh = () =>
    Promise.all(
      [connectionQuery.queryKey, ['overview'], ['activities']].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
  const test = useMutation({
    mutationFn: testConnection,
    onSuccess: (connection) => {
      // A test that finds the codes refused pauses the connection; the page says so above the tile.
      if (connection.state === 'active') toast({ text: words.testGood })
    },
    onSettled: refresh,
  })
  const ending = useMutation({
    mutationFn: disconnect,
    onSuccess: async () => {
      setAsking(false)
      toast({ text: words.disconnected })
      await refresh()
    },
  })
  return (
    <>
      <div className={styles.notice}>
        <FailureNotice title={words.testBad} failure={test.error} />
      </div>
      <div className={styles.actions}>
        <Permitted to="bookings">
          <BusyButton
            variant="subtle"
            size="sm"
            leftSection={<RetryIcon aria-hidden />}
            busy={test.isPending}
            onClick={() => test.mutate()}
          >
            {words.test}
          </BusyButton>
        </Permitted>
        <Permitted to="connection">
          <ButtonLink {...paths.connect()} variant="subtle" size="sm" leftSection={<LockIcon aria-hidden />}>
            {words.newCodes}
          </ButtonLink>
          <Button
            variant="subtle"
            size="sm"
            className={styles.away}
            leftSection={<UnlinkIcon aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {words.disconnect}
          </Button>
        </Permitted>
      </div>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={words.disconnectTitle}>
        <div className={form.form}>
          <p>
            <Prose>{words.disconnectText}</Prose>
          </p>
          <FailureNotice title={words.disconnectFailed} failure={ending.error} />
          <div className={form.buttons}>
            <BusyButton className={styles.confirm} busy={ending.isPending} onClick={() => ending.mutate()}>
              {words.disconnect}
            </BusyButton>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {common.cancel}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
