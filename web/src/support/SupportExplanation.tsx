import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Explanation } from '../components/Explanation.tsx'
import { CheckIcon, CopyIcon, RetryIcon } from '../components/icons.ts'
import type { Mending } from '../components/mending.ts'
import { useWayToMend } from '../components/mending.ts'
import { Notice } from '../components/Notice.tsx'
import { useToast } from '../components/Toasts.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import type { SupportCause } from './queries.ts'

type SupportExplanationProps = {
  title: string
  cause: SupportCause
  /** What else of it is the matter: its relation, or the connection. */
  causesBeside: readonly (readonly [question: string, cause: SupportCause | null])[]
  mending: Mending | null
  /** Says what offering it again does. */
  note: string
  retried: string
  retry: { possible: boolean; run: () => Promise<unknown> }
}

/** Why something is not in the books, who must act, and the way to offer it again. */
export function SupportExplanation(props: SupportExplanationProps) {
  const { title, cause, causesBeside, mending, note, retried } = props
  const texts = useTexts()
  const { support, invoicePage: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const retry = useMutation({
    mutationFn: props.retry.run,
    onSuccess: () => toast({ text: retried }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['support'] }),
  })
  return (
    <Explanation
      marked
      title={title}
      lead={`${support.who}: ${support.actors[cause.actor]}`}
      answers={[
        [words.whatHappened, cause.title],
        [words.why, cause.detail],
        [words.whoDoesWhat, cause.action],
        ...causesBeside.map(([question, beside]) => [question, beside?.detail ?? ''] as const),
        [words.code, cause.serviceCode ?? ''],
      ]}
      note={note}
      actions={
        <>
          {props.retry.possible && (
            <Button
              variant="star"
              leftSection={<RetryIcon aria-hidden />}
              loading={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {support.retry}
            </Button>
          )}
          {mending && <CopyAddress mending={mending} />}
        </>
      }
    >
      {retry.error && (
        <Notice kind="failed" title={words.retryFailed}>
          {sentenceOf(retry.error, texts)}
        </Notice>
      )}
    </Explanation>
  )
}

/** Support sees no screens of the organization, so the address is handed to whoever must mend it. */
function CopyAddress({ mending }: { mending: Mending }) {
  const { support: texts, common } = useTexts()
  const router = useRouter()
  const wayToMend = useWayToMend()
  const clipboard = useClipboard({ timeout: 3_000 })
  const { href } = router.buildLocation(wayToMend(mending).link)
  return (
    <Button
      leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
      onClick={() => clipboard.copy(new URL(href, location.origin).href)}
    >
      {clipboard.copied ? common.copied : texts.copyAddress}
    </Button>
  )
}
