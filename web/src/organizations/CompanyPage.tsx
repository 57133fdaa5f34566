import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadFailure } from '../components/Empty.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { CloseOrganization } from './CloseOrganization.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { LogoSheet } from './LogoSheet.tsx'
import { organizationQuery } from './queries.ts'

/** «Voorkeuren» › «Bedrijf»: what stands on the invoices. */
export function CompanyPage() {
  const { company: texts } = useTexts()
  const { data, isError, refetch } = useQuery({ ...organizationQuery, refetchOnWindowFocus: false })
  return (
    <PreferencesFrame title={texts.title} lead={texts.lead} to="settings">
      <Sheet padded>
        {data ? (
          <CompanyForm organization={data} />
        ) : isError ? (
          <LoadFailure title={texts.unavailable} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height="34rem" />
        )}
      </Sheet>
      {data && <LogoSheet logoId={data.logoId} name={data.name} />}
      {data && <CloseOrganization name={data.name} />}
    </PreferencesFrame>
  )
}
