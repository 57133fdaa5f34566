import { OrganizationMenu } from './accounts/OrganizationMenu.tsx'
import { MemberLayout } from './layouts/MemberLayout.tsx'
import { BooksInSight } from './overview/BooksInSight.tsx'

/** The frame of whoever is signed in, with what the places show in its band. */
export function Members() {
  return <MemberLayout books={<BooksInSight />} menu={(session) => <OrganizationMenu session={session} />} />
}
