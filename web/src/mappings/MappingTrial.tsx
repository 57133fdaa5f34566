import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LoadFailure } from '../components/Empty.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './MappingPage.module.css'
import { type MappingContent, mappingTrialQuery, type TriedInvoice } from './queries.ts'

/** The latest invoices on the accounts that are chosen and not yet stored, beside those of now. */
export function MappingTrial({ chosen }: { chosen: MappingContent }) {
  const { mapping: words } = useTexts()
  const { data, isError, refetch } = useQuery(mappingTrialQuery(chosen))
  if (data === undefined)
    return (
      <Sheet padded>
        {isError ? (
          <LoadFailure title={words.trialFailed} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height="9rem" />
        )}
      </Sheet>
    )
  const changed = data.invoices.filter(({ isChanged }) => isChanged)
  const same = data.invoices.length - changed.length
  return (
    <Sheet padded aria-labelledby="trial">
      <h2 id="trial">{words.trial}</h2>
      {data.invoices.length === 0 && <p className={form.quiet}>{words.trialNone}</p>}
      <ul className={styles.rows}>
        {changed.map((invoice) => (
          <Tried key={invoice.id} invoice={invoice} />
        ))}
      </ul>
      {same > 0 && <p className={form.quiet}>{words.trialSame(same)}</p>}
    </Sheet>
  )
}

function Tried({ invoice }: { invoice: TriedInvoice }) {
  const { mapping: words } = useTexts()
  const format = useFormat()
  return (
    <li className={styles.row}>
      <h3 className={styles.what}>
        <Link {...paths.invoice(invoice.id)}>{invoice.number}</Link> {invoice.customer}
      </h3>
      <span>{format.euro(invoice.totalGross)}</span>
      <div className={styles.pair}>
        <Accounts title={words.before} on={invoice.before} />
        <Accounts title={words.after} on={invoice.after} />
      </div>
    </li>
  )
}

function Accounts({ title, on }: { title: string; on: TriedInvoice['before'] }) {
  const { mapping: words } = useTexts()
  const format = useFormat()
  return (
    <div>
      <h4>{title}</h4>
      <div className={styles.line}>
        <span>{words.account(on.debtors.code, on.debtors.name)}</span>
      </div>
      {on.revenue.map(({ account, net }) => (
        <div key={account.code} className={styles.line}>
          <span>{words.account(account.code, account.name)}</span>
          <span>{format.euro(net)}</span>
        </div>
      ))}
    </div>
  )
}
