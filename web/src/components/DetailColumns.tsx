import type { ReactNode } from 'react'
import styles from './DetailColumns.module.css'

type DetailColumnsProps = {
  /** Something that went wrong is explained on top, and comes first where there is one column. */
  explained: boolean
  /** The figures and the state, beside or above the rest. */
  side: ReactNode
  children: ReactNode
}

/** The two columns of a page about one thing. */
export function DetailColumns({ explained, side, children }: DetailColumnsProps) {
  return (
    <div className={styles.columns} data-explained={explained || undefined}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.side}>{side}</aside>
    </div>
  )
}
