import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ArchiveIcon, DraftIcon, MergeIcon, RemoveIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useToast } from '../components/Toasts.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { contentOf, valuesOf } from './customer-values.ts'
import {
  archiveCustomer,
  type CustomerDetail,
  createCustomer,
  customerFiguresQuery,
  deleteCustomer,
} from './queries.ts'

type CustomerActionsProps = { customer: CustomerDetail; onMerge: () => void; onErase: () => void }

/** What can be done with a customer besides invoicing it. */
export function CustomerActions({ customer, onMerge, onErase }: CustomerActionsProps) {
  const texts = useTexts()
  const { customerPage: words } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const navigate = useNavigate()
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
  const deleting = useSingleMutation({
    mutationFn: deleteCustomer,
    onSuccess: async () => {
      await navigate(paths.customers())
      void queryClient.invalidateQueries({ queryKey: ['customers', 'list'] })
      toast({ text: words.removed(customer.name), undo: () => void putBack() })
    },
    onError: (failure) => toast({ text: sentenceOf(failure, texts) }),
  })
  const putBack = async () => {
    try {
      const { id } = await createCustomer(contentOf(valuesOf(customer)))
      void queryClient.invalidateQueries({ queryKey: ['customers', 'list'] })
      await navigate(paths.customer(id))
    } catch (failure) {
      toast({ text: sentenceOf(failure, texts) })
    }
  }
  const { data: figures } = useQuery(customerFiguresQuery(customer.id))
  const isMerged = customer.mergedInto !== null
  // Whether anything else keeps it, the API says.
  const isUnused =
    !isMerged && customer.relation.state === 'none' && figures?.drafts === 0 && figures.years.length === 0
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
      {isUnused && (
        <BusyButton
          variant="subtle"
          leftSection={<RemoveIcon aria-hidden />}
          busy={deleting.isPending}
          onClick={() => deleting.mutate(customer.id)}
        >
          {words.remove}
        </BusyButton>
      )}
      {!isUnused && !isMerged && (
        <Button variant="subtle" leftSection={<RemoveIcon aria-hidden />} onClick={onErase}>
          {words.erase}
        </Button>
      )}
    </Permitted>
  )
}
