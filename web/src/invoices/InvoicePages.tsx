import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './InvoicePages.module.css'
import { previewPagesQuery } from './queries.ts'
import type { PreviewState } from './use-preview.ts'

type InvoicePagesProps = { preview: PreviewState; customerName: string }

/**
 * The invoice as its customer will see it, following what is typed. What cannot be set leaves what was there before: the
 * field that is wrong says why.
 */
export function InvoicePages({ preview, customerName }: InvoicePagesProps) {
  const { bookingPreview: words, messages } = useTexts()
  const format = useFormat()
  const totals = preview.data?.totals
  // Whether it can be set the totals tell: they are there once a customer is chosen and no field is wrong.
  const canBeSet = totals != null && preview.data?.booking != null && !preview.isSilent
  const { data, isError, isPlaceholderData } = useQuery({
    ...previewPagesQuery(preview.content),
    enabled: canBeSet,
  })
  return (
    <div className={styles.desk} aria-busy={isPlaceholderData}>
      <h2 id="booking-preview" className="visually-hidden">
        {words.pagesTitle}
      </h2>
      {data && totals ? (
        <>
          <img
            className={styles.pages}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.svg)}`}
            alt={words.pagesOf(customerName, format.euro(totals.gross))}
          />
          {data.shown < data.pages && (
            <p className={styles.note}>{words.pagesShown(data.shown, data.pages)}</p>
          )}
        </>
      ) : (
        <p className={styles.empty}>
          {isError ? words.pagesUnavailable : canBeSet ? messages.previewWait : words.pagesEmpty}
        </p>
      )}
    </div>
  )
}
