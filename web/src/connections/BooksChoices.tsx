import { useId } from 'react'
import { Prose } from '../components/Prose.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './BooksDecision.module.css'
import type { BooksQuestion } from './queries.ts'

/** `same`: they are those of before, which only a person can say when the facts do not. */
export type Choice = 'stay' | 'switch' | 'same'

type BooksChoicesProps = {
  question: BooksQuestion
  choice: Choice | null
  onChoose: (choice: Choice) => void
}

/** The answers side by side with the same rows; none is chosen beforehand. */
export function BooksChoices({ question, choice, onChoose }: BooksChoicesProps) {
  const name = useId()
  const choices: Choice[] = question.verdict === 'unsure' ? ['stay', 'same', 'switch'] : ['stay', 'switch']
  return (
    <div
      className={styles.cards}
      data-pair={choices.length === 2 || undefined}
      role="radiogroup"
      aria-labelledby="how"
    >
      {choices.map((it) => (
        <Card
          key={it}
          {...{ question, name }}
          own={it}
          isChosen={choice === it}
          onChoose={() => onChoose(it)}
        />
      ))}
    </div>
  )
}

type CardProps = {
  question: BooksQuestion
  own: Choice
  name: string
  isChosen: boolean
  onChoose: () => void
}

function Card({ question, own, name, isChosen, onChoose }: CardProps) {
  const { otherBooks: words } = useTexts()
  const id = useId()
  return (
    <div className={styles.card}>
      <input
        type="radio"
        name={name}
        id={id}
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={`${id}-then`}
      />
      <label htmlFor={id}>{words.choices[own](question)}</label>
      <dl className={styles.rows} id={`${id}-then`}>
        {useRows(question, own).map(({ title, what, how }) => (
          <RowOf key={title} {...{ title, what, how }} />
        ))}
      </dl>
    </div>
  )
}

function RowOf({ title, what, how }: { title: string; what: string; how: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {what}
        {how !== '' && (
          <small>
            <Prose>{how}</Prose>
          </small>
        )}
      </dd>
    </>
  )
}

/** What becomes of each, by choice. */
function useRows(question: BooksQuestion, own: Choice) {
  const { otherBooks: words } = useTexts()
  const format = useFormat()
  const { current, offered } = question
  const [waits] = current?.waiting.invoices ?? []
  const [unknown] = current?.unknown.invoices ?? []
  const codes = words.codesThen[own](question, unknown?.number ?? null)
  const into = own === 'switch' ? offered.name : (current?.name ?? '')
  const isNowhere = own === 'stay' && current?.isLinked !== true
  const invoices = isNowhere ? words.notLinked : words.goTo(into, own === 'switch' ? words.newRelations : '')
  const rows = [
    { title: words.theseCodes, ...codes },
    { title: words.newInvoices, ...invoices },
  ]
  if (current && waits) {
    const title = words.waitingOf(current.waiting.count, waits.number)
    const how = own === 'stay' ? words.byItself : words.atOnce
    rows.push({ title, ...(isNowhere ? words.keepsWaiting : words.goTo(into, how)) })
  }
  if (current && unknown) {
    const title = words.waitingOf(current.unknown.count, unknown.number)
    const next = unknown.nextAt === null ? null : format.time(unknown.nextAt)
    rows.push({ title, ...words.unknownThen[own](current.name, next) })
  }
  return rows
}
