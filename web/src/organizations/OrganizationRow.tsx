import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWorkIn } from '../accounts/use-work-in.ts'
import { sessionQuery } from '../api/session.ts'
import { Prose } from '../components/Prose.tsx'
import { Status, type StatusKind } from '../components/Status.tsx'
import table from '../components/Table.module.css'
import { useToast } from '../components/Toasts.tsx'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { type Period, periodText } from '../format/period.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { actorFor } from './actor.ts'
import styles from './OrganizationsTable.module.css'
import type { OrganizationStanding } from './queries.ts'

type RowProps = { standing: OrganizationStanding; period: Period }

/** How one stands; its name leads to its «Aansluiting» of this period. */
export function OrganizationRow({ standing, period }: RowProps) {
  const { failed, waiting } = standing
  const isBad = standing.standing === 'paused' || standing.standing === 'failed'
  return (
    <tr
      {...roles.row}
      className={`${table.row} ${isBad ? table.failed : ''} ${standing.standing === 'clean' ? styles.clean : ''}`}
    >
      <th {...roles.rowheader} scope="row" className={styles.name}>
        <ToReconciliation standing={standing} period={period} />
      </th>
      <State standing={standing} />
      <Compared standing={standing} />
      <Count kind="waiting" count={waiting} />
      <Count kind="failed" count={failed} />
      <Outstanding standing={standing} />
      <Actor standing={standing} />
    </tr>
  )
}

function ToReconciliation({ period, standing: { id, name } }: RowProps) {
  const { organizations: texts } = useTexts()
  const { data: session } = useQuery(sessionQuery)
  const place = paths.reconciliation({ periode: periodText(period) })
  const navigate = useNavigate()
  const toast = useToast()
  const workIn = useWorkIn(place)
  const open = () => {
    if (session?.organization?.id === id) return void navigate(place)
    workIn.mutate(id, { onError: () => toast({ text: texts.notSwitched }) })
  }
  return (
    <UnstyledButton className={table.rowLink} disabled={workIn.isPending} onClick={open}>
      {name}
    </UnstyledButton>
  )
}

const signs: Record<OrganizationStanding['standing'], StatusKind> = {
  paused: 'failed',
  failed: 'failed',
  differs: 'overdue',
  not_compared: 'open',
  waiting: 'waiting',
  not_connected: 'notConnected',
  clean: 'verified',
}

function State({ standing: { since, standing } }: Pick<RowProps, 'standing'>) {
  const { organizations: texts } = useTexts()
  const format = useFormat()
  return (
    <td {...roles.cell} className={styles.state}>
      <Status of={signs[standing]}>{texts.standings[standing]}</Status>
      {since !== null && <small>{texts.since(format.moment(since))}</small>}
    </td>
  )
}

function Compared({ standing: { compared, isBeingRead } }: Pick<RowProps, 'standing'>) {
  const { organizations: texts } = useTexts()
  const format = useFormat()
  const differs = compared !== null && compared.differences > 0
  const figures = [
    { name: texts.count, value: compared && String(compared.differences) },
    { name: texts.net, value: compared && format.euro(compared.net) },
    { name: texts.vat, value: compared && format.euro(compared.vat) },
  ]
  return (
    <>
      <td {...roles.cell} className={styles.compared}>
        {compared === null ? texts.never : format.moment(compared.readAt)}
        {isBeingRead && <small>{texts.reading}</small>}
        {!isBeingRead && compared?.by && <small>{compared.by}</small>}
      </td>
      {figures.map(({ name, value }, at) => (
        <td
          key={name}
          {...roles.cell}
          data-name={name}
          data-none={differs ? undefined : true}
          className={`${table.number} ${at === 0 ? styles.group : ''} ${differs ? styles.off : table.quiet}`}
        >
          {value ?? <Unknown />}
        </td>
      ))}
    </>
  )
}

function Unknown() {
  const { organizations: texts } = useTexts()
  return (
    <>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{texts.unknown}</span>
    </>
  )
}

function Count({ count, kind }: { count: number; kind: 'waiting' | 'failed' }) {
  const { organizations: texts } = useTexts()
  return (
    <td
      {...roles.cell}
      data-name={texts[kind]}
      data-none={count === 0 || undefined}
      className={`${table.number} ${kind === 'waiting' ? styles.group : ''} ${count === 0 ? table.quiet : styles.some}`}
    >
      {count}
    </td>
  )
}

function Outstanding({ standing: { outstanding, overdue } }: Pick<RowProps, 'standing'>) {
  const { organizations: texts } = useTexts()
  const format = useFormat()
  return (
    <td
      {...roles.cell}
      data-name={texts.open}
      data-none={Number(outstanding) === 0 || undefined}
      className={`${table.number} ${styles.group} ${Number(outstanding) === 0 ? table.quiet : ''}`}
    >
      {format.euro(outstanding)}
      {overdue.count > 0 && <small>{texts.overdue(overdue.count, format.euro(overdue.total))}</small>}
    </td>
  )
}

function Actor({ standing }: Pick<RowProps, 'standing'>) {
  const { organizations: texts } = useTexts()
  const { compared, reason } = standing
  const actor = actorFor(standing)
  const why =
    reason ?? (standing.standing === 'differs' ? texts.differences(compared?.differences ?? 0) : null)
  return (
    <td {...roles.cell} className={`${styles.group} ${styles.actor}`} data-label={texts.actor}>
      {standing.standing === 'clean' ? (
        <span className="visually-hidden">{texts.actors.nobody}</span>
      ) : (
        <>
          <b>{texts.actors[actor]}</b>
          {why && (
            <small>
              <Prose>{why}</Prose>
            </small>
          )}
        </>
      )}
    </td>
  )
}
