import { lazy, Suspense, useEffect, useState } from 'react'
import type { Session } from '../api/session.ts'
import { MenuButton } from './MenuButton.tsx'

const load = () => import('./OpenedMenu.tsx')
const OpenedMenu = lazy(() => load().then(({ OpenedMenu }) => ({ default: OpenedMenu })))

type OrganizationMenuProps = {
  session: Session
  /** The administration that is linked, if one is. */
  books: string | null
}

/** The menu behind the name of the organization, which comes once the page stands, or when it is opened before. */
export function OrganizationMenu({ session, books }: OrganizationMenuProps) {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), 1_000)
    return () => clearTimeout(timer)
  }, [])
  const closed = (
    <MenuButton session={session} aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)} />
  )
  if (!asked) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu session={session} books={books} />
    </Suspense>
  )
}
