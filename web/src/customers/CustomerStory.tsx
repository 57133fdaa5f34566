import { useInfiniteQuery } from '@tanstack/react-query'
import { MoreButton } from '../components/MoreButton.tsx'
import { type Moment, Timeline } from '../components/Timeline.tsx'
import { useTexts } from '../language/language.tsx'
import { customerStoryQuery } from './queries.ts'

/** The story of one customer, out of the activity log: its relation, its invoices, itself. */
export function CustomerStory({ customerId }: { customerId: string }) {
  const { customerPage: words } = useTexts()
  const query = useInfiniteQuery(customerStoryQuery(customerId))
  if (!query.data) return null
  const moments = query.data.pages
    .flatMap((page) => page.items)
    .map(({ id, at, outcome, sign, title, detail }): Moment => ({ id, at, outcome, sign, title, detail }))
  return (
    <Timeline title={words.story} empty={words.storyEmpty} moments={moments}>
      <MoreButton
        shown={query.hasNextPage}
        busy={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Timeline>
  )
}
