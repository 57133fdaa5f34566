import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendMessage, wholeDraft } from '../messages/queries.ts'
import { type InvoiceSummary, retryBookingOf, saveArchiveOf, savePagesOf } from './queries.ts'
import { type Failed, oneByOne } from './selection.ts'

type Kind = 'mail' | 'print' | 'retry' | 'zip'

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly kind: Kind; readonly done: number; readonly count: number }
  | {
      readonly state: 'ended'
      readonly kind: Kind
      readonly count: number
      readonly failed: readonly Failed<InvoiceSummary>[]
    }

type Invoices = readonly InvoiceSummary[]

export type SelectionWork = State & {
  /** Sends each as is usual for its customer. */
  readonly mail: (invoices: Invoices) => void
  /** Offers each to the books again. */
  readonly retry: (invoices: Invoices) => void
  /** Saves the PDF and UBL of all as one archive. */
  readonly zip: (invoices: Invoices) => void
  /** Saves the pages of all as one PDF, to print. */
  readonly print: (invoices: Invoices) => void
  readonly mostInFile: number
  readonly dismiss: () => void
}

/** As many as the API puts in one archive, or one PDF. */
const MOST_IN_FILE = 200

/** Work on several invoices of the list, one after the other, that is seen while it goes on. */
export function useSelectionWork(): SelectionWork {
  const queryClient = useQueryClient()
  const [state, setState] = useState<State>({ state: 'idle' })
  const run = (kind: Kind, invoices: Invoices, work: (invoice: InvoiceSummary) => Promise<unknown>) => {
    const count = invoices.length
    setState({ state: 'busy', kind, done: 0, count })
    void oneByOne(invoices, work, (done) => setState({ state: 'busy', kind, done, count })).then((failed) => {
      setState({ state: 'ended', kind, count, failed })
      for (const key of ['invoices', 'messages', 'overview', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [key] })
    })
  }
  const save = (kind: Kind, invoices: Invoices, saveFileOf: (ids: string[]) => Promise<void>) => {
    const count = invoices.length
    setState({ state: 'busy', kind, done: 0, count })
    void saveFileOf(invoices.map(({ id }) => id))
      .then((): Failed<InvoiceSummary>[] => [])
      .catch((error: unknown) => invoices.map((item) => ({ item, error })))
      .then((failed) => setState({ state: 'ended', kind, count, failed }))
  }
  return {
    ...state,
    mail: (invoices) =>
      run('mail', invoices, ({ id }) => sendMessage(id, { id: crypto.randomUUID(), ...wholeDraft({}) })),
    retry: (invoices) => run('retry', invoices, ({ id }) => retryBookingOf(id)),
    zip: (invoices) => save('zip', invoices, saveArchiveOf),
    print: (invoices) => save('print', invoices, savePagesOf),
    mostInFile: MOST_IN_FILE,
    dismiss: () => setState({ state: 'idle' }),
  }
}
