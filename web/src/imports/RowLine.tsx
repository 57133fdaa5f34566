import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import {
  AlertIcon,
  ChangeIcon,
  CustomerIcon,
  EqualIcon,
  InvoiceIcon,
  ProductIcon,
} from '../components/icons.ts'
import { useRefusal } from '../components/Permitted.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Imports.module.css'
import { type ImportDetail, type ImportRow, mendRow } from './queries.ts'

type RowLineProps = { found: ImportDetail; row: ImportRow }

/** A row of the file: who it is, what is wrong or different, and what becomes of it. */
export function RowLine({ found, row }: RowLineProps) {
  const { imports: words } = useTexts()
  return (
    <tr {...roles.row} className={row.fate === 'wrong' ? table.failed : undefined}>
      <td {...roles.cell} className={styles.position}>
        <span className={styles.wide}>{row.position}</span>
        <span className={styles.narrow}>{words.rowNumber(row.position)}</span>
      </td>
      <td {...roles.cell} className={styles.who}>
        <b>
          <Named found={found} row={row} />
        </b>
        <small>{row.place}</small>
      </td>
      <td {...roles.cell} className={styles.what}>
        <What found={found} row={row} />
      </td>
      <td {...roles.cell} className={styles.fate} data-fate={row.fate}>
        <FateSign found={found} row={row} />
      </td>
    </tr>
  )
}

const linkTo = { customers: paths.customer, products: paths.product, invoices: paths.invoice }

function Named({ found, row: { fate, name, outcome, targetId } }: RowLineProps) {
  const { imports: words } = useTexts()
  if (name === '') return words.nameless
  const isThere = targetId !== null && outcome !== 'taken_back' && fate !== 'wrong'
  if (!isThere) return name
  return <Link {...linkTo[found.kind](targetId)}>{name}</Link>
}

function FateSign({ found, row: { fate, outcome } }: RowLineProps) {
  const { imports: words } = useTexts()
  const kinds = {
    customers: <CustomerIcon aria-hidden />,
    products: <ProductIcon aria-hidden />,
    invoices: <InvoiceIcon aria-hidden />,
  }
  const signs = {
    wrong: <AlertIcon aria-hidden />,
    changed: <ChangeIcon aria-hidden />,
    same: <EqualIcon aria-hidden />,
    new: kinds[found.kind],
  }
  return (
    <span className={styles.sign}>
      {signs[fate]}
      {outcome === null ? words.fates[fate] : words.outcomes[outcome]}
    </span>
  )
}

function What({ found, row }: RowLineProps) {
  const { imports: words } = useTexts()
  const mayMend = useRefusal('registers') === null
  const names: Partial<Record<string, string>> = words.fields
  if (row.fate === 'same') return <span className={styles.quiet}>{words.sameText}</span>
  if (row.fate === 'changed')
    return (
      <dl className={styles.changes}>
        {row.changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{words.inFile(names[field] ?? field)}</dt>
            <dd>{to}</dd>
            <dt>{words.inStella(names[field] ?? field)}</dt>
            <dd>
              {from}
              {!found.takeChanges && row.outcome === null && from !== '' && `, ${words.stays}`}
            </dd>
          </div>
        ))}
      </dl>
    )
  if (row.fate === 'wrong' && found.state === 'ready' && mayMend) return <MendForm found={found} row={row} />
  if (row.fate === 'new') return <span className={styles.quiet}>{row.says}</span>
  return row.problems.map(({ field, message }) => <p key={field}>{message}</p>)
}

/** The fields that are wrong, to be mended here; the file stays as it is. */
function MendForm({ found, row }: RowLineProps) {
  const { imports: words } = useTexts()
  const queryClient = useQueryClient()
  const names: Partial<Record<string, string>> = words.fields
  const [cells, setCells] = useState<Record<string, string>>({})
  const mending = useSingleMutation({
    mutationFn: () => mendRow(found.id, { position: row.position, cells }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['imports'] }),
  })
  return (
    <form
      className={styles.mend}
      onSubmit={(event) => {
        event.preventDefault()
        mending.mutate()
      }}
    >
      <FailureNotice title={words.notMended} failure={mending.error} />
      {row.problems.map(({ field, message, value }) => (
        <TextInput
          key={field}
          label={names[field] ?? field}
          error={cells[field] === undefined ? message : undefined}
          value={cells[field] ?? value}
          autoComplete="off"
          onChange={(event) => setCells({ ...cells, [field]: event.currentTarget.value })}
        />
      ))}
      {Object.keys(cells).length > 0 && (
        <BusyButton size="sm" type="submit" busy={mending.isPending}>
          {words.mend}
        </BusyButton>
      )}
    </form>
  )
}
