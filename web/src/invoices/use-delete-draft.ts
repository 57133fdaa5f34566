import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useToast } from '../components/Toasts.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { ReadDraft } from './fields.ts'
import { createInvoice, deleteDraft, invoiceQuery } from './queries.ts'
import type { useAutosave } from './use-autosave.ts'

/** Throws a draft away at once, and offers to put it back for ten seconds. */
export function useDeleteDraft(read: ReadDraft, autosave: ReturnType<typeof useAutosave>) {
  const texts = useTexts()
  const toast = useToast()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all(
      [['invoices', 'list'], ['overview']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    )
  return async () => {
    const id = (await autosave.untilIdle())?.id
    const { customerId } = read.content
    try {
      if (id) await deleteDraft(id)
    } catch (failure) {
      toast({ text: sentenceOf(failure, texts) })
      return
    }
    autosave.stop()
    if (id) queryClient.removeQueries({ queryKey: invoiceQuery(id).queryKey })
    await navigate(paths.invoices())
    await refresh()
    const putBack = async (customer: string) => {
      try {
        const again = await createInvoice({ ...read.content, customerId: customer })
        await refresh()
        await navigate(paths.invoice(again.id))
      } catch (failure) {
        toast({ text: `${texts.invoiceForm.notPutBack} ${sentenceOf(failure, texts)}` })
      }
    }
    toast({
      text: texts.invoiceForm.deleted,
      ...(id && customerId && { undo: () => void putBack(customerId) }),
    })
  }
}
