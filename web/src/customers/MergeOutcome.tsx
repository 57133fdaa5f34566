import { Facts } from '../components/Facts.tsx'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './MergeDialog.module.css'
import type { MergePreview } from './queries.ts'

type MergeOutcomeProps = {
  preview: MergePreview
  /** What the two are called here, so that they are told apart. */
  stays: string
  goes: string
}

/** What becomes of two customers that are made one: of themselves, of their invoices and in the books. */
export function MergeOutcome({ preview, ...names }: MergeOutcomeProps) {
  const { customerForm: form, customerPage: words } = useTexts()
  const { goes, stays, taken } = preview
  const fields = taken.map((field) => form[field].toLowerCase())
  const sentences = [
    words.staysWith(names.stays),
    ...(fields.length > 0 ? [words.takes(names.goes, fields)] : []),
    ...(goes.drafts > 0 ? [words.draftsGo(goes.drafts, names.stays)] : []),
    goes.invoices > 0 && goes.relation.code
      ? words.pastStays(goes.invoices, names.goes, goes.relation.code)
      : goes.invoices > 0
        ? words.pastStaysAlone(goes.invoices, names.goes)
        : words.nothingPast(names.goes),
    stays.relation.code
      ? words.futureGoes(stays.relation.code)
      : goes.invoices > 0 && goes.relation.code
        ? words.futureGoesAlong(goes.relation.code, names.stays)
        : words.futureGoesNew(names.stays),
    words.goesAway(names.goes),
  ]
  return (
    <>
      <div className={styles.sides}>
        {[
          { side: stays, title: words.stays, name: names.stays },
          { side: goes, title: words.goes, name: names.goes },
        ].map(({ name, side, title }) => (
          <section key={title} aria-label={`${title}: ${name}`}>
            <h3>{title}</h3>
            <b>{name}</b>
            <Facts
              items={[
                [form.city, side.customer.city],
                [form.email, side.customer.email],
                [form.kvkNumber, side.customer.kvkNumber],
                [words.finalInvoices, String(side.invoices)],
                [words.relation, side.relation.code ?? words.noRelation],
              ]}
            />
          </section>
        ))}
      </div>
      <h3>{words.whatHappens}</h3>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Prose>{sentence}</Prose>
          </li>
        ))}
      </ul>
    </>
  )
}
