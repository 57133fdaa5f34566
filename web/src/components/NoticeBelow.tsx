import type { ReactNode } from 'react'
import styles from './NoticeBelow.module.css'

/**
 * The place of what has to be said while somebody works: at the end of the page, and always in sight. Nothing that is
 * being read or typed moves when it comes, and nothing lies under it for good.
 */
export function NoticeBelow({ children }: { children: ReactNode }) {
  return <div className={styles.place}>{children}</div>
}
