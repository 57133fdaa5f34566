import { useTexts } from '../language/language.tsx'
import { BusyButton } from './BusyButton.tsx'
import styles from './Table.module.css'

type MoreButtonProps = { shown: boolean; busy: boolean; onMore: () => void }

/** The next page of a list, below it, so that the place in the list is kept. */
export function MoreButton({ shown, busy, onMore }: MoreButtonProps) {
  const { common } = useTexts()
  if (!shown) return null
  return (
    <div className={styles.foot}>
      <BusyButton variant="subtle" size="sm" busy={busy} onClick={onMore}>
        {common.showMore}
      </BusyButton>
    </div>
  )
}
