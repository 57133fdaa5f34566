import { Button } from '@mantine/core'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './FixedTotal.module.css'
import type { Totals } from './queries.ts'

/** Where the booking does not fit beside an open draft, under it: what it comes to, and the one thing to do. */
export function FixedTotal({ totals, onFinalize }: { totals: Totals | null; onFinalize: () => void }) {
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  return (
    <div className={styles.bar} data-fixed-below>
      <span className={styles.total}>
        {words.toPay}
        <b>{totals ? format.euro(totals.gross) : '–'}</b>
      </span>
      <Button variant="star" onClick={onFinalize}>
        {words.finalize}
      </Button>
    </div>
  )
}
