import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { Prose } from './Prose.tsx'
import { linkToSupport } from './support-link.ts'

type AdviceProps = {
  children: string
  /** What it is about; the subject of the mail to the support. */
  about: string
}

/** Sentences on what to do, in which the «support van Stella» is a link: to its address, or to the page about it. */
export function Advice({ children, about }: AdviceProps) {
  const { mending } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const place = children.indexOf(mending.support)
  // Without an organization it is the support itself that reads this.
  if (!session?.organization || place === -1) return <Prose>{children}</Prose>
  const end = place + mending.support.length
  const words = children.slice(place, end)
  return (
    <>
      <Prose>{children.slice(0, place)}</Prose>
      {session.supportAddress ? (
        <a {...linkToSupport(session.supportAddress, `${session.organization.name}: ${about}`)}>{words}</a>
      ) : (
        <Link {...paths.askSupport({ over: about })}>{words}</Link>
      )}
      <Prose>{children.slice(end)}</Prose>
    </>
  )
}
