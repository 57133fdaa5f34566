import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './AdoptionDifferences.module.css'
import type { MutationRead } from './queries.ts'

type Difference = MutationRead['differences'][number]

/** What of a mutation is another than the invoice says, side by side. */
export function AdoptionDifferences({ differences }: { differences: readonly Difference[] }) {
  const { overrides: words } = useTexts()
  const format = useFormat()
  const shown = (what: Difference['what'], value: string | null) => {
    if (value === null) return words.unreadable
    if (what === 'date') return format.day(value)
    return what === 'net' || what === 'vat' ? format.euro(value) : value
  }
  return (
    <table className={styles.table}>
      <caption>{words.differs}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.stella}</th>
          <th scope="col">{words.books}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ books, stella, what }) => (
          <tr key={what}>
            <th scope="row">{words.what[what]}</th>
            <td>{shown(what, stella)}</td>
            <td>{shown(what, books)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
