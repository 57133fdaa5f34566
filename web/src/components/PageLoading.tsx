import { Skeleton } from '@mantine/core'
import type { LinkProps } from '@tanstack/react-router'
import { LoadFailure } from './Empty.tsx'
import { PageHead } from './PageHead.tsx'
import { Sheet } from './Sheet.tsx'

type PageLoadingProps = {
  title: string
  back: { link: LinkProps; label: string }
  /** Why it did not come; null while it may still. */
  error: Error | null
  unavailable: string
  onRetry: () => void
  className?: string | undefined
}

/** A page about one thing that is not there yet: keeps its height, and offers to fetch it again. */
export function PageLoading({ title, back, error, unavailable, onRetry, className }: PageLoadingProps) {
  return (
    <>
      <PageHead title={title} back={back} />
      <Sheet padded className={className}>
        {error ? <LoadFailure title={unavailable} onRetry={onRetry} /> : <Skeleton height="28rem" />}
      </Sheet>
    </>
  )
}
