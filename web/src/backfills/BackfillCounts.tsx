import styles from './Backfill.module.css'

/** Names and how many of each; what is none of is left out. */
export function BackfillCounts({ items }: { items: readonly (readonly [string, number])[] }) {
  const known = items.filter(([, count]) => count > 0)
  if (known.length === 0) return null
  return (
    <dl className={styles.counts}>
      {known.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
