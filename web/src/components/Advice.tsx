import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { useTexts } from '../language/language.tsx'
import { Prose } from './Prose.tsx'

type AdviceProps = {
  children: string
  /** What it is about; the subject of the mail to the support. */
  about: string
}

/** Sentences on what to do, in which the support of Stella is a link where this Stella has an address of it. */
export function Advice({ children, about }: AdviceProps) {
  const { mending } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const place = children.indexOf(mending.support)
  // Without an organization it is the support itself that reads this.
  if (!session?.organization || !session.supportAddress || place === -1) return <Prose>{children}</Prose>
  const end = place + mending.support.length
  return (
    <>
      <Prose>{children.slice(0, place)}</Prose>
      <a {...linkTo(session.supportAddress, `${session.organization.name}: ${about}`)}>
        {children.slice(place, end)}
      </a>
      <Prose>{children.slice(end)}</Prose>
    </>
  )
}

function linkTo(address: string, subject: string) {
  if (address.startsWith('mailto:')) return { href: `${address}?subject=${encodeURIComponent(subject)}` }
  // What somebody is typing stays where it is.
  return { href: address, target: '_blank', rel: 'noreferrer' }
}
