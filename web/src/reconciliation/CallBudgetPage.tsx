import { useQuery } from '@tanstack/react-query'
import { Empty } from '../components/Empty.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import table from '../components/Table.module.css'
import { useLanguage, useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './CallBudgetPage.module.css'
import { type CallBudget, callBudgetQuery } from './queries.ts'

/** What was asked of e-Boekhouden.nl this month, what for, and what is left. */
export function CallBudgetPage() {
  const { reconciliation: texts } = useTexts()
  const { budget } = texts
  const { data, isError } = useQuery(callBudgetQuery)
  return (
    <>
      <PageHead
        title={budget.title}
        lead={budget.lead}
        back={{ link: paths.reconciliation(), label: texts.title }}
      />
      {isError && (
        <Sheet>
          <Empty title={budget.notLinked} />
        </Sheet>
      )}
      {data && (
        <>
          <Left budget={data} />
          <Operations budget={data} />
        </>
      )}
    </>
  )
}

function Left({ budget: { days, limit, limited, operations, optionalUntil } }: { budget: CallBudget }) {
  const { reconciliation } = useTexts()
  const { language } = useLanguage()
  const { budget: texts } = reconciliation
  const all = operations.reduce((sum, { calls }) => sum + calls, 0)
  const count = (number: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(number)
  const used = texts.used(count(limited), count(limit))
  return (
    <Sheet padded className={styles.left} aria-label={texts.title}>
      <p className={styles.answer}>{texts.left(count(Math.max(0, limit - limited)))}</p>
      <p className={styles.text}>
        {used} {texts.perDay(count(all / Math.max(1, days)))}
      </p>
      <meter className={styles.meter} min={0} max={limit} value={limited} aria-label={used} />
      <p className={styles.text}>
        <Prose>{texts.rule(count(optionalUntil))}</Prose>
      </p>
    </Sheet>
  )
}

function Operations({ budget: { operations } }: { budget: CallBudget }) {
  const { reconciliation } = useTexts()
  const { budget: texts } = reconciliation
  const words: Readonly<Record<string, string>> = texts.operations
  if (operations.length === 0) {
    return (
      <Sheet>
        <Empty title={texts.none} />
      </Sheet>
    )
  }
  return (
    <Sheet>
      <table className={`${table.table} ${styles.operations}`}>
        <thead>
          <tr>
            <th>{texts.what}</th>
            <th className={table.number}>{texts.count}</th>
            <th className={table.number}>{texts.failed}</th>
          </tr>
        </thead>
        <tbody>
          {operations.map(({ calls, failed, operation }) => (
            <tr key={operation}>
              <td>
                {words[operation] ?? texts.other} <span className={table.quiet}>{operation}</span>
              </td>
              <td className={table.number}>{calls}</td>
              <td className={`${table.number} ${table.quiet}`}>{failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
