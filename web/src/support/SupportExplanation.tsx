import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { BusyButton } from '../components/BusyButton.tsx'
import { Explanation } from '../components/Explanation.tsx'
import { CheckIcon, CopyIcon, RetryIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import type { Mending } from '../components/mending.ts'
import { useWayToMend } from '../components/mending.ts'
import { RetryOutcome } from '../forms/RetryOutcome.tsx'
import type { RetryOfOne } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportCause } from './queries.ts'

type SupportExplanationProps = {
  title: string
  cause: SupportCause
  /** What else of it is the matter: its relation, or the connection. */
  causesBeside: readonly (readonly [question: string, cause: SupportCause | null])[]
  mending: Mending | null
  /** Says what offering it again does. */
  note: string
  retryable: boolean
  /** Of the open case about it. */
  caseId: string | null
  retry: RetryOfOne
}

/** Why something is not in the books, who must act, and the way to offer it again. */
export function SupportExplanation(props: SupportExplanationProps) {
  const { caseId, title, cause, causesBeside, mending, note, retryable, retry } = props
  const { support, invoicePage: words } = useTexts()
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
          {retryable && (
            <BusyButton
              variant="star"
              leftSection={<RetryIcon aria-hidden />}
              busy={retry.isRunning}
              onClick={retry.start}
            >
              {support.retry}
            </BusyButton>
          )}
          {mending && <CopyAddress mending={mending} />}
          {caseId && <ButtonLink {...paths.supportCase(caseId)}>{support.toCase}</ButtonLink>}
        </>
      }
    >
      <RetryOutcome {...retry} />
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
