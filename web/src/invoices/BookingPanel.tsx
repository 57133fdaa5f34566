import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Facts } from '../components/Facts.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { BookingChecks } from './BookingChecks.tsx'
import styles from './BookingPanel.module.css'
import { InvoicePages } from './InvoicePages.tsx'
import { Journal } from './Journal.tsx'
import { NumberNote } from './NumberNote.tsx'
import { PanelTabs } from './PanelTabs.tsx'
import type { BookingPreview } from './queries.ts'
import type { PreviewState } from './use-preview.ts'

type BookingPanelProps = {
  preview: PreviewState
  /** Whom it is for; empty while nobody is chosen. */
  customerName: string
  onMend: (path: string) => void
  onFinalize: () => void
}

const views = ['booking', 'pages'] as const
type View = (typeof views)[number]

/** The booking before it is one, or the invoice as its customer will see it; and what still holds it back. */
export function BookingPanel({ customerName, preview, onMend, onFinalize }: BookingPanelProps) {
  const { bookingPreview: words, invoiceForm } = useTexts()
  const [view, setView] = useState<View>('booking')
  const booking = preview.data?.booking
  // That no customer is chosen yet is said by the sentence below.
  const problems = (preview.data?.problems ?? []).filter((problem) => problem.path !== 'customerId')
  return (
    <Sheet as="aside" className={styles.panel} aria-labelledby="booking-preview" aria-busy={preview.isStale}>
      <PanelTabs views={views} view={view} names={words} label={words.views} onChange={setView} />
      <div role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`}>
        {view === 'booking' ? (
          <>
            <header className={styles.head}>
              <h2 id="booking-preview">{words.title}</h2>
              <p className={styles.lead}>
                <Lead connection={booking?.connectionState} />
              </p>
            </header>
            {booking && (
              <>
                <div className={styles.facts}>
                  <BookingFacts booking={booking} />
                </div>
                <Journal booking={booking} />
              </>
            )}
          </>
        ) : (
          <InvoicePages preview={preview} customerName={customerName} />
        )}
      </div>
      {booking ? (
        <BookingChecks
          blockers={booking.blockers}
          asked={booking.distanceSale}
          warnings={booking.warnings}
          notes={booking.notes}
          onMend={onMend}
        />
      ) : problems.length > 0 ? (
        <BookingChecks asked={null} blockers={problems} warnings={[]} notes={[]} onMend={onMend} />
      ) : (
        view === 'booking' && (
          <p className={styles.empty}>{preview.isError ? words.unavailable : words.empty}</p>
        )
      )}
      <div className={styles.end}>
        <Button variant="star" fullWidth className={styles.finalize} onClick={onFinalize}>
          {invoiceForm.finalize}
        </Button>
        <p className={styles.note}>
          <NumberNote nextNumber={preview.data?.nextNumber} />
        </p>
      </div>
    </Sheet>
  )
}

/** When it goes to the books, or why it cannot yet. */
function Lead({ connection }: { connection: BookingPreview['connectionState'] | undefined }) {
  const { bookingPreview: words } = useTexts()
  if (connection === undefined || connection === 'active') return <Prose>{words.lead}</Prose>
  if (connection === 'paused') return <Link {...paths.integrations()}>{words.leadPaused}</Link>
  return (
    <>
      <Prose>{words.leadNotConnected}</Prose> <Link {...paths.integrations()}>{words.connect}</Link>
    </>
  )
}

function BookingFacts({ booking }: { booking: BookingPreview }) {
  const { bookingPreview: words } = useTexts()
  const format = useFormat()
  const { relation } = booking
  return (
    <Facts
      items={[
        [words.bookingDate, format.day(booking.date)],
        [
          words.relation,
          relation.isNew ? words.relationNew(relation.name) : words.relationExisting(relation.name),
        ],
        [words.bookedDescription, booking.description],
      ]}
    />
  )
}
