import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '../components/Dialog.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { useTexts } from '../language/language.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { type OrganizationContent, organizationQuery } from './queries.ts'

type CompanyDialogProps = {
  /** The field to begin at. */
  startAt?: keyof OrganizationContent
  onClose: () => void
}

/** The business completed on the way, without leaving the invoice. */
export function CompanyDialog({ startAt, onClose }: CompanyDialogProps) {
  const { company: texts } = useTexts()
  const { data, isError, refetch } = useQuery({ ...organizationQuery, refetchOnWindowFocus: false })
  return (
    <Dialog opened onClose={onClose} title={texts.title} size="40rem">
      {data ? (
        <CompanyForm organization={data} onSaved={onClose} {...(startAt && { startAt })} />
      ) : isError ? (
        <LoadFailure title={texts.unavailable} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="34rem" />
      )}
    </Dialog>
  )
}
