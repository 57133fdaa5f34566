import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import { AttachmentList } from './AttachmentList.tsx'
import styles from './Attachments.module.css'
import { attachFile, detachFile, invoiceAttachmentsQuery } from './queries.ts'

/**
 * What goes along with a draft, and what always will: no more than a button while nothing does. Files stand with what is
 * saved, so there must be that.
 */
export function DraftAttachments({ invoiceId }: { invoiceId: string }) {
  const { attachments: words } = useTexts()
  const { data, isError } = useQuery(invoiceAttachmentsQuery(invoiceId))
  const items = [...(data?.items ?? []), ...(data?.always ?? [])]
  return (
    <section className={styles.section} aria-label={words.title}>
      {isError && <p className={styles.quiet}>{words.unavailable}</p>}
      {items.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.title}</h3>
          <p className={styles.quiet}>{words.lead}</p>
        </>
      )}
      <AttachmentList
        items={items}
        fileOf={({ id, isAlways }) =>
          isAlways ? files.attachment(id) : files.invoiceAttachment(invoiceId, id)
        }
        noteOf={({ isAlways }) => (isAlways ? words.always : null)}
        add={(file) => attachFile(invoiceId, file)}
        remove={({ id }) => detachFile(invoiceId, id)}
        canRemove={({ isAlways }) => !isAlways}
        removed={words.removed}
      />
    </section>
  )
}
