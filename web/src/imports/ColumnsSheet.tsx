import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { roles } from '../components/table-roles.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './Imports.module.css'
import { type ImportDetail, importQuery, type ReadingWish, readImport } from './queries.ts'

/** Which column becomes which field; another choice reads the file again, and holds for the next one like it. */
export function ColumnsSheet({ found }: { found: ImportDetail }) {
  const { imports: words, vat } = useTexts()
  const queryClient = useQueryClient()
  const { fields: offered, kind, reading } = found
  const reads = useSingleMutation({
    mutationFn: (wish: ReadingWish) => readImport(found.id, { revision: found.revision, ...wish }),
    onSuccess: (read) => queryClient.setQueryData(importQuery(found.id).queryKey, read),
  })
  const isHeld = useRefusal('registers') !== null || reads.isPending
  if (!reading) return null
  const { columns } = reading
  const names: Partial<Record<string, string>> = words.fields
  const choose = (at: number, chosen: string) =>
    reads.mutate({
      fields: columns.map(({ field }, place) => {
        if (place === at) return chosen || null
        // A field is one column: chosen here it is left out there.
        return field === chosen ? null : field
      }),
    })
  const chosen = columns.filter(({ field }) => field !== null).length
  // Two columns may have the same title; their place tells them apart.
  const placed = columns.map((column, at) => ({ ...column, at }))
  return (
    <Sheet aria-labelledby="import-columns">
      <div className={styles.sheetHead}>
        <h2 id="import-columns">{words.columns(chosen, columns.length)}</h2>
        <p className={styles.quiet}>{words.columnsText}</p>
        <FailureNotice title={words.refusedTitle} failure={reads.error} />
      </div>
      <table className={`${table.table} ${styles.columns}`} {...roles.table}>
        <caption className="visually-hidden">{words.columns(chosen, columns.length)}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>{words.column}</th>
            <th {...roles.columnheader}>{words.field}</th>
            <th {...roles.columnheader}>{words.sample}</th>
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {placed.map(({ at, field, sample, title }) => (
            <tr key={at} {...roles.row} data-left-out={field === null || undefined}>
              <th {...roles.rowheader} scope="row">
                {title || words.untitled(at + 1)}
              </th>
              <td {...roles.cell}>
                <SelectField
                  aria-label={words.fieldFor(title || words.untitled(at + 1))}
                  value={field ?? ''}
                  disabled={isHeld}
                  onChange={(event) => choose(at, event.currentTarget.value)}
                >
                  <option value="">{words.skip}</option>
                  {offered.map((name) => (
                    <option key={name} value={name}>
                      {names[name] ?? name}
                    </option>
                  ))}
                </SelectField>
              </td>
              <td {...roles.cell} className={styles.sample}>
                {sample}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {kind === 'invoices' && (
        <div className={styles.vatFor}>
          <SelectField
            label={words.paymentFor}
            value={reading.payment ?? ''}
            disabled={isHeld}
            onChange={(event) =>
              reads.mutate({ payment: (event.currentTarget.value || null) as typeof reading.payment })
            }
          >
            <option value="">{words.vatAsk}</option>
            {Object.entries(words.paymentChoices).map(([standing, name]) => (
              <option key={standing} value={standing}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {kind !== 'customers' && (
        <div className={styles.vatFor}>
          <SelectField
            label={words.vatFor[kind]}
            value={reading.vatTreatment ?? ''}
            disabled={isHeld}
            onChange={(event) => reads.mutate({ vatTreatment: event.currentTarget.value || null })}
          >
            <option value="">{words.vatAsk}</option>
            {Object.entries(vat.choices)
              .filter(([treatment]) => treatment !== 'other_rate')
              .map(([treatment, name]) => (
                <option key={treatment} value={treatment}>
                  {name}
                </option>
              ))}
          </SelectField>
        </div>
      )}
    </Sheet>
  )
}
