import { Skeleton } from '@mantine/core'
import styles from './Table.module.css'

/** Keeps the height of a list while it comes. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <Skeleton key={row} height="2.4rem" />
      ))}
    </div>
  )
}
