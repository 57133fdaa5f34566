import { useQuery } from '@tanstack/react-query'
import { SupportIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { type HelpSubject, openCaseQuery } from './queries.ts'

/** «Vraag hulp»; or the way to the question, once it was asked. */
export function AskHelpButton({ subject }: { subject: HelpSubject }) {
  const { cases: words } = useTexts()
  const { data: open } = useQuery(openCaseQuery(subject))
  if (open) {
    return (
      <ButtonLink {...paths.case(open.id)} leftSection={<SupportIcon aria-hidden />}>
        {words.toCase(open.number)}
      </ButtonLink>
    )
  }
  const about =
    subject.kind === 'invoice'
      ? { factuur: subject.id }
      : subject.kind === 'customer'
        ? { klant: subject.id }
        : {}
  return (
    <Permitted to="help">
      <ButtonLink {...paths.askHelp(about)} leftSection={<SupportIcon aria-hidden />}>
        {words.ask}
      </ButtonLink>
    </Permitted>
  )
}
