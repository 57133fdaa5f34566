import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ArchiveIcon, DraftIcon, MergeIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useToast } from '../components/Toasts.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { archiveCustomer, type CustomerDetail } from './queries.ts'

type CustomerActionsProps = { customer: CustomerDetail; onMerge: () => void }

/** What can be done with a customer besides invoicing it. */
export function CustomerActions({ customer, onMerge }: CustomerActionsProps) {
  const texts = useTexts()
  const { customerPage: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const archiving = useSingleMutation({
    mutationFn: archiveCustomer,
    onSuccess: ({ archivedAt, id, name }) => {
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      void queryClient.invalidateQueries({ queryKey: ['activities'] })
      if (archivedAt === null) toast({ text: words.restored(name) })
      else toast({ text: words.archived(name), undo: () => archiving.mutate({ id, archived: false }) })
    },
    onError: (failure) => toast({ text: sentenceOf(failure, texts) }),
  })
  const isMerged = customer.mergedInto !== null
  const isArchived = customer.archivedAt !== null
  return (
    <Permitted to="registers">
      <ButtonLink {...paths.changeCustomer(customer.id)} leftSection={<DraftIcon aria-hidden />}>
        {words.change}
      </ButtonLink>
      {!isArchived && (
        <Button leftSection={<MergeIcon aria-hidden />} onClick={onMerge}>
          {words.merge}
        </Button>
      )}
      {!isMerged && (
        <BusyButton
          leftSection={<ArchiveIcon aria-hidden />}
          busy={archiving.isPending}
          onClick={() => archiving.mutate({ id: customer.id, archived: !isArchived })}
        >
          {isArchived ? words.restore : words.archive}
        </BusyButton>
      )}
    </Permitted>
  )
}
