import type { ComponentProps } from 'react'
import styles from './Sheet.module.css'

type SheetProps = Omit<ComponentProps<'section'>, 'ref'> & {
  as?: 'section' | 'article' | 'div' | 'aside'
  padded?: boolean
}

/** A white sheet on the paper. Sheets are never nested. */
export function Sheet({ as: Element = 'section', padded = false, className, ...rest }: SheetProps) {
  return (
    <Element className={[styles.sheet, padded ? styles.padded : '', className ?? ''].join(' ')} {...rest} />
  )
}
