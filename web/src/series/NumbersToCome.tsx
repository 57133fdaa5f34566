import { useTexts } from '../language/language.tsx'
import styles from './NumbersToCome.module.css'

/** The numbers that a pattern is about to give, as they will stand on invoices. */
export function NumbersToCome({ numbers }: { numbers: readonly string[] }) {
  const { series: words } = useTexts()
  return (
    <div aria-live="polite">
      <span className={styles.label}>{words.preview}</span>
      <p className={styles.numbers}>{numbers.length > 0 ? `${numbers.join(', ')}, …` : '–'}</p>
    </div>
  )
}
