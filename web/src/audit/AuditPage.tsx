import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty } from '../components/Empty.tsx'
import { ExportLink } from '../components/ExportLink.tsx'
import { PagedList } from '../components/PagedList.tsx'
import { useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useLanguage, useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { files } from '../routing/paths.ts'
import { AuditTable } from './AuditTable.tsx'
import { auditQuery } from './queries.ts'

/** «Voorkeuren» › «Wijzigingen»: who changed what lets others in or moves money. */
export function AuditPage() {
  const { audit: words } = useTexts()
  const { language } = useLanguage()
  const mayRead = useRefusal('audit') === null
  const query = useInfiniteQuery({ ...auditQuery, enabled: mayRead })
  return (
    <PreferencesFrame title={words.title} lead={words.lead} to="audit">
      {mayRead && (
        <Sheet aria-label={words.list}>
          <div className={table.bar}>
            <ExportLink href={files.auditCsv(language)} />
          </div>
          <PagedList query={query} unavailable={words.unavailable} none={<Empty title={words.empty} />}>
            {(entries) => <AuditTable entries={entries} />}
          </PagedList>
        </Sheet>
      )}
    </PreferencesFrame>
  )
}
