import { useInfiniteQuery } from '@tanstack/react-query'
import { activitiesOf } from '../activities/queries.ts'
import { type Moment, Timeline } from '../components/Timeline.tsx'
import { useTexts } from '../language/language.tsx'
import type { Invoice } from './queries.ts'

/** The story of one final invoice, out of the activity log. */
export function InvoiceTimeline({ invoice }: { invoice: Invoice }) {
  const { invoicePage: words } = useTexts()
  // The number is searched as it stands in the log; what is about another invoice falls away here.
  const { data } = useInfiniteQuery(activitiesOf({ toon: 'facturen', zoek: invoice.number ?? '' }))
  const moments = (data?.pages.flatMap((page) => page.items) ?? [])
    .filter((item) => item.subject.id === invoice.id)
    .map(({ id, at, outcome, sign, title, detail }): Moment => ({ id, at, outcome, sign, title, detail }))
  if (!data) return null
  if (invoice.finalizedAt && invoice.number)
    moments.push({
      id: 'final',
      at: invoice.finalizedAt,
      outcome: 'info',
      title: invoice.origin === null ? words.madeFinal(invoice.number) : words.broughtIn(invoice.origin),
      detail: '',
    })
  return <Timeline title={words.timeline} moments={moments} />
}
