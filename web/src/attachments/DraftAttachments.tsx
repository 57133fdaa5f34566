import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import { AttachmentList } from './AttachmentList.tsx'
import styles from './Attachments.module.css'
import { attachFile, detachFile, invoiceAttachmentsQuery } from './queries.ts'

/** What goes along with a draft, and what always will. Files stand with what is saved, so there must be that. */
export function DraftAttachments({ invoiceId }: { invoiceId: string | undefined }) {
  const { attachments: words } = useTexts()
  return (
    <section className={styles.section} aria-labelledby="attachments">
      <h3 id="attachments" className={styles.heading}>
        {words.title}
      </h3>
      {invoiceId === undefined ? (
        <p className={styles.quiet}>{words.needsCustomer}</p>
      ) : (
        <Attached invoiceId={invoiceId} />
      )}
    </section>
  )
}

function Attached({ invoiceId }: { invoiceId: string }) {
  const { attachments: words } = useTexts()
  const { data, isError } = useQuery(invoiceAttachmentsQuery(invoiceId))
  if (isError) return <p className={styles.quiet}>{words.unavailable}</p>
  if (!data) return null
  return (
    <>
      <p className={styles.quiet}>{words.lead}</p>
      <AttachmentList
        items={[...data.items, ...data.always]}
        fileOf={({ id, isAlways }) =>
          isAlways ? files.attachment(id) : files.invoiceAttachment(invoiceId, id)
        }
        noteOf={({ isAlways }) => (isAlways ? words.always : null)}
        add={(file) => attachFile(invoiceId, file)}
        remove={({ id }) => detachFile(invoiceId, id)}
        canRemove={({ isAlways }) => !isAlways}
        removed={words.removed}
      />
    </>
  )
}
