import type { ReactNode } from 'react'
import styles from './Facts.module.css'

/** Names and values side by side; an empty value is left out, and nothing remains of a list of those. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  const known = items.filter(
    ([, value]) => value !== null && value !== undefined && value !== false && value !== '',
  )
  if (known.length === 0) return null
  return (
    <dl className={styles.facts}>
      {known.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
