import { Button } from '@mantine/core'
import { useTexts } from '../language/language.tsx'
import styles from './Table.module.css'

type MoreButtonProps = { shown: boolean; busy: boolean; onMore: () => void }

/** The next page of a list, below it, so that the place in the list is kept. */
export function MoreButton({ shown, busy, onMore }: MoreButtonProps) {
  const { common } = useTexts()
  if (!shown) return null
  return (
    <div className={styles.foot}>
      <Button variant="subtle" size="sm" loading={busy} onClick={onMore}>
        {common.showMore}
      </Button>
    </div>
  )
}
