import { Explanation } from '../components/Explanation.tsx'
import { MoreAbout } from '../components/MoreAbout.tsx'
import { useTexts } from '../language/language.tsx'
import type { SupportCause } from './queries.ts'

/** Why it does not go on, as support reads it. */
export function CaseCause({ cause }: { cause: SupportCause }) {
  const { support, invoicePage: words } = useTexts()
  return (
    <Explanation
      title={support.explanation}
      lead={`${support.who}: ${support.actors[cause.actor]}`}
      answers={[
        [words.whatHappened, cause.title],
        [words.why, cause.detail],
        [words.whoDoesWhat, cause.action],
        [words.code, cause.serviceCode ?? ''],
      ]}
      actions={<MoreAbout cause={cause.code} />}
    />
  )
}
