import { useQuery } from '@tanstack/react-query'
import { OrganizationMenu } from './accounts/OrganizationMenu.tsx'
import { PasswordOnRequest } from './accounts/PasswordOnRequest.tsx'
import type { Session } from './api/session.ts'
import { MemberLayout } from './layouts/MemberLayout.tsx'
import { BooksInSight } from './overview/BooksInSight.tsx'
import { overviewQuery } from './overview/queries.ts'
import { SearchButton } from './search/SearchButton.tsx'

/** The frame of whoever is signed in, with what the places show in its band. */
export function Members() {
  return (
    <>
      <MemberLayout
        books={<BooksInSight />}
        search={<SearchButton />}
        menu={(session) => <MenuWithBooks session={session} />}
      />
      <PasswordOnRequest />
    </>
  )
}

/** The menu says which books are linked, too. */
function MenuWithBooks({ session }: { session: Session }) {
  const { data } = useQuery({ ...overviewQuery, enabled: session.organization !== null })
  return <OrganizationMenu session={session} books={data?.administration ?? null} />
}
