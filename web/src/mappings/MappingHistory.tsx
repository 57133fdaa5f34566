import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './MappingPage.module.css'
import type { Mapping } from './queries.ts'

/** What was chosen, when and by whom: each counts for what became final after it. */
export function MappingHistory({ history }: { history: Mapping['history'] }) {
  const { mapping: words, vat } = useTexts()
  const format = useFormat()
  const names: Readonly<Record<string, string>> = vat.choices
  return (
    <Sheet padded aria-labelledby="mapping-history">
      <h2 id="mapping-history">{words.history}</h2>
      {history.length === 0 && <p className={form.quiet}>{words.historyNone}</p>}
      <ol className={styles.rows} reversed>
        {history.map(({ at, by, byTreatment, debtorsAccount, revenueAccount, version }) => (
          <li key={version} className={styles.row}>
            <span className={styles.what}>{words.chosen(by, format.moment(at))}</span>
            <span className={styles.under}>
              {[
                words.debtorsIn(debtorsAccount),
                words.revenueIn(revenueAccount),
                ...Object.entries(byTreatment).map(([treatment, code]) => `${names[treatment]} ${code}`),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
