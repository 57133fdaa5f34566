import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useTexts } from '../language/language.tsx'
import type { InvoiceSummary } from './queries.ts'
import styles from './SelectionBar.module.css'

type MailChosenDialogProps = {
  mailable: readonly InvoiceSummary[]
  onClose: () => void
  onMail: () => void
}

/** Asks before several invoices are mailed at once, and says which were before. */
export function MailChosenDialog({ mailable, onClose, onMail }: MailChosenDialogProps) {
  const { selection: texts } = useTexts()
  return (
    <Dialog opened onClose={onClose} title={texts.mailTitle(mailable.length)}>
      <p>{texts.mailText}</p>
      <ul className={styles.names}>
        {mailable.map(({ customerName, id, mailState, number }) => (
          <li key={id}>
            {number} {customerName}
            {mailState === 'sent' && <small> {texts.mailedBefore}</small>}
          </li>
        ))}
      </ul>
      <BusyButton variant="star" busy={false} onClick={onMail}>
        {texts.mailChosen(mailable.length)}
      </BusyButton>
    </Dialog>
  )
}
