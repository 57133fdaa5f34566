import type { ReactNode } from 'react'
import styles from './FigureSheet.module.css'
import { Sheet } from './Sheet.tsx'

/** The one figure a page is about, with its facts below. */
export function FigureSheet({
  title,
  figure,
  children,
}: {
  title: string
  figure: string
  children: ReactNode
}) {
  return (
    <Sheet as="div" padded>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.figure}>{figure}</p>
      {children}
    </Sheet>
  )
}
