import { Link } from '@tanstack/react-router'
import table from '../components/Table.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { SupportRelation } from './queries.ts'
import { SupportTable } from './SupportTable.tsx'
import { useOrganizationName } from './Whose.tsx'

/** The customers whose relation is not in the books, or not as it should be. */
export function FailedRelations({ relations }: { relations: SupportRelation[] }) {
  const { support: texts } = useTexts()
  const nameOf = useOrganizationName()
  return (
    <SupportTable
      caption={texts.relations}
      heads={{ subject: texts.customer, figure: texts.waiting }}
      rows={relations.map(({ id, organization, customerName, cause, since, waitingInvoices }) => ({
        id,
        organization,
        subject: (
          <Link
            className={table.rowLink}
            {...paths.supportRelation(id)}
            aria-label={`${customerName ?? texts.aRelation}, ${nameOf(organization)}`}
          >
            {customerName ?? texts.aRelation}
          </Link>
        ),
        cause,
        since,
        figure: texts.waitingInvoices(waitingInvoices),
      }))}
    />
  )
}
