import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import { AttachmentList } from './AttachmentList.tsx'
import styles from './Attachments.module.css'
import { invoiceAttachmentsQuery } from './queries.ts'

/** What went along with a final invoice; nothing is shown where nothing did. */
export function FinalAttachments({ invoiceId }: { invoiceId: string }) {
  const { attachments: words } = useTexts()
  const { data } = useQuery(invoiceAttachmentsQuery(invoiceId))
  if (!data || data.items.length === 0) return null
  return (
    <Sheet as="div" padded>
      <h2 className={styles.heading}>{words.title}</h2>
      <AttachmentList
        items={data.items}
        fileOf={({ id }) => files.invoiceAttachment(invoiceId, id)}
        removed={words.removed}
      />
    </Sheet>
  )
}
