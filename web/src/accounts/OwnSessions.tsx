import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import styles from './OwnSessions.module.css'
import { endOtherSessions, endSession, type OwnSession, ownSessionsQuery } from './queries.ts'

/** «Aangemeld op»: where one is signed in, and the way to end it there. */
export function OwnSessions() {
  const texts = useTexts()
  const { account: words } = texts
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data, isError, refetch } = useQuery(ownSessionsQuery)
  const ending = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => toast({ text: words.signedOutElsewhere }),
    onError: (failure) => toast({ text: `${words.notSignedOut}: ${sentenceOf(failure, texts)}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  return (
    <Sheet padded aria-labelledby="own-sessions">
      <div className={form.head}>
        <h2 id="own-sessions">{words.signedInOn}</h2>
        <p className={form.lead}>{words.signedInOnLead}</p>
      </div>
      {data ? (
        <>
          <ul className={styles.list}>
            {data.items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {data.items.length > 1 && (
            <BusyButton
              size="sm"
              variant="subtle"
              className={styles.all}
              busy={ending.isPending}
              onClick={() => ending.mutate()}
            >
              {words.signOutElsewhere}
            </BusyButton>
          )}
        </>
      ) : isError ? (
        <LoadFailure title={words.sessionsUnavailable} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="6rem" />
      )}
    </Sheet>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const texts = useTexts()
  const { account: words } = texts
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const device = words.device(session.browser, session.system)
  const ending = useMutation({
    mutationFn: endSession,
    onSuccess: () => toast({ text: words.signedOutThere(device) }),
    onError: (failure) => toast({ text: `${words.notSignedOut}: ${sentenceOf(failure, texts)}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  return (
    <li className={styles.row}>
      <span>
        <span className={styles.device}>{device}</span>
        <span className={styles.quiet}>
          {words.signedInSince(session.ipAddress || null, format.moment(session.lastSeenAt))}
        </span>
      </span>
      {session.isCurrent ? (
        <span className={styles.quiet}>{words.thisDevice}</span>
      ) : (
        <Button
          size="sm"
          variant="subtle"
          aria-label={words.signOutOf(device)}
          disabled={ending.isPending}
          onClick={() => ending.mutate(session.id)}
        >
          {words.signOutThere}
        </Button>
      )}
    </li>
  )
}
