import { Skeleton } from '@mantine/core'
import { Sheet } from '../components/Sheet.tsx'
import styles from './PagePending.module.css'

/** In the place of a page that takes long to come. The page replaces it whole, so that nothing of it moves. */
export function PagePending() {
  return (
    <div aria-busy="true">
      <Skeleton height="2rem" width="14rem" className={styles.title} />
      <Sheet as="div" padded>
        <Skeleton height="28rem" />
      </Sheet>
    </div>
  )
}
