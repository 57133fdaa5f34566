import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { LoadFailure } from '../components/Empty.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { InviteForm } from './InviteForm.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import styles from './MembersPage.module.css'
import { MembersTable } from './MembersTable.tsx'
import { membersQuery } from './queries.ts'
import { RolesTable } from './RolesTable.tsx'
import { SecondFactorRule } from './SecondFactorRule.tsx'

/** «Voorkeuren» › «Gebruikers»: who has access, who is invited, and what each role may do. */
export function MembersPage() {
  const { members: words } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const { data, isError, refetch } = useQuery(membersQuery)
  const organization = session?.organization?.name ?? ''
  const lead = data ? words.lead(data.items.length, organization, data.invitations.length) : ''
  return (
    <PreferencesFrame title={words.title} lead={lead}>
      {data ? (
        <>
          <Sheet aria-label={words.people}>
            <MembersTable members={data} />
            <div className={styles.invite}>
              <Permitted to="members" sentence="above">
                <InviteForm />
              </Permitted>
            </div>
            <RolesTable rows={data.roles} />
          </Sheet>
          <Permitted to="members" sentence="above">
            <SecondFactorRule isAsked={data.asksSecondFactor} />
          </Permitted>
          <LeaveButton organization={organization} />
        </>
      ) : isError ? (
        <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="20rem" />
      )}
    </PreferencesFrame>
  )
}
