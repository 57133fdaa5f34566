import { Status } from '../components/Status.tsx'
import { useTexts } from '../language/language.tsx'
import type { SupportConnection } from './queries.ts'
import { SupportTable } from './SupportTable.tsx'

/** The connections over which nothing goes for now. */
export function PausedConnections({ connections }: { connections: SupportConnection[] }) {
  const { support: texts } = useTexts()
  return (
    <SupportTable
      caption={texts.connections}
      heads={{ subject: texts.connection, figure: texts.waiting }}
      rows={connections.map(({ id, organization, administration, cause, since, waitingInvoices }) => ({
        id,
        organization,
        ...(administration !== null && { administration }),
        subject: <Status of="waiting">{texts.paused}</Status>,
        cause,
        ...(cause && { action: cause.action }),
        since,
        figure: texts.waitingInvoices(waitingInvoices),
      }))}
    />
  )
}
