import styles from './TitledList.module.css'

/** A few sentences under a word, as dots: what goes, what stays. */
export function TitledList({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}
