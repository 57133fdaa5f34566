import { Button, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { TitledList } from '../components/TitledList.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { type CustomerDetail, type Erasure, eraseCustomer, erasureQuery } from './queries.ts'

type EraseDialogProps = { customer: CustomerDetail; onClose: () => void }

/** «Gegevens wissen»: at once and for good, so what goes and what stays is read first. */
export function EraseDialog({ customer, onClose }: EraseDialogProps) {
  const { common, customerPage: words } = useTexts()
  const toast = useToast()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { data, isError, refetch } = useQuery(erasureQuery(customer.id))
  const erasing = useSingleMutation({
    mutationFn: eraseCustomer,
    onSuccess: async () => {
      await navigate(paths.customers())
      queryClient.removeQueries({ queryKey: ['customers', 'one', customer.id] })
      void queryClient.invalidateQueries()
      toast({ text: words.erased(customer.name) })
    },
  })
  return (
    <Dialog opened onClose={onClose} title={words.eraseTitle(customer.name)} size="38rem">
      {data ? (
        <div className={form.form}>
          <p>{words.eraseLead}</p>
          <Consequences erasure={data} />
          <FailureNotice title={words.notErased} failure={erasing.error} />
          <div className={form.buttons}>
            <BusyButton variant="star" busy={erasing.isPending} onClick={() => erasing.mutate(customer.id)}>
              {words.erase}
            </BusyButton>
            <Button variant="subtle" onClick={onClose}>
              {common.cancel}
            </Button>
          </div>
        </div>
      ) : isError ? (
        <LoadFailure title={words.eraseUnavailable} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height="16rem" />
      )}
    </Dialog>
  )
}

function Consequences({ erasure }: { erasure: Erasure }) {
  const { customerPage: words } = useTexts()
  const format = useFormat()
  const { drafts, finalInvoices, keptUntil, outcome } = erasure
  const goes = [
    ...(outcome === 'gone' ? [words.eraseAll] : []),
    ...(drafts > 0 ? [words.eraseDrafts(drafts)] : []),
    ...(outcome === 'gone' ? [] : [words.eraseContact]),
    ...(outcome === 'emptied' ? [words.eraseName] : []),
  ]
  const stays = [
    ...(keptUntil === null ? [] : [words.eraseInvoices(finalInvoices, format.day(keptUntil))]),
    ...(outcome === 'gone' ? [] : [words.eraseBooks]),
    words.eraseBackups,
  ]
  return (
    <>
      <TitledList title={words.eraseGoes} items={goes} />
      <TitledList title={words.eraseStays} items={stays} />
    </>
  )
}
