import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import { AttachmentList } from './AttachmentList.tsx'
import styles from './Attachments.module.css'
import { alwaysAttach, alwaysAttachmentsQuery, alwaysDetach } from './queries.ts'

/** What goes along with every invoice that becomes final, such as terms. */
export function AlwaysAttachments() {
  const { attachments: words } = useTexts()
  const { data, isError } = useQuery(alwaysAttachmentsQuery)
  return (
    <Sheet padded aria-labelledby="always-attached">
      <div className={styles.block}>
        <h2 id="always-attached" className={styles.heading}>
          {words.alwaysTitle}
        </h2>
        <p className={styles.quiet}>{words.alwaysLead}</p>
        {isError && <p className={styles.quiet}>{words.unavailable}</p>}
        {data?.items.length === 0 && <p>{words.alwaysNone}</p>}
        {data && (
          <AttachmentList
            items={data.items}
            fileOf={({ id }) => files.attachment(id)}
            add={alwaysAttach}
            remove={({ id }) => alwaysDetach(id)}
            removed={words.alwaysRemoved}
          />
        )}
      </div>
    </Sheet>
  )
}
