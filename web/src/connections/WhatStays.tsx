import type { ReactNode } from 'react'
import { CheckIcon, SearchIcon, WaitingIcon } from '../components/icons.ts'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './BooksDecision.module.css'
import type { CurrentBooks } from './queries.ts'

type Row = { key: string; sign: ReactNode; title: string; text: string; amount: string | null }

/** What stays where it was booked, what waits, and what waits for certainty. */
export function WhatStays({ current }: { current: CurrentBooks }) {
  const { otherBooks: words } = useTexts()
  return (
    <>
      <h2 className={styles.block}>{words.whatStays}</h2>
      <Sheet as="div">
        <ul className={styles.stays}>
          {useRows(current).map(({ key, sign, title, text, amount }) => (
            <li key={key}>
              {sign}
              <div>
                <b>{title}</b>
                <p>{text}</p>
              </div>
              {amount && <span className={styles.amount}>{amount}</span>}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}

function useRows({ booked, name, unknown, waiting }: CurrentBooks): Row[] {
  const { otherBooks: words } = useTexts()
  const format = useFormat()
  const done = <CheckIcon aria-hidden className={styles.done} />
  const rows: Row[] = []
  if (booked.count > 0 || waiting.count + unknown.count === 0)
    rows.push({
      key: 'booked',
      sign: done,
      title: words.bookedTitle(booked.count, name),
      text: words.bookedText(booked.count, booked.firstNumber ?? '', booked.lastNumber ?? ''),
      amount: booked.count > 0 ? format.euro(booked.total) : null,
    })
  if (waiting.count > 0)
    rows.push({
      key: 'waiting',
      sign: <WaitingIcon aria-hidden className={styles.open} />,
      title: words.waitingTitle(waiting.count, waiting.invoices[0]?.number ?? ''),
      text: words.waitingText(waiting.count, waiting.invoices),
      amount: format.euro(waiting.total),
    })
  for (const invoice of unknown.invoices)
    rows.push({
      key: invoice.id,
      sign: <SearchIcon aria-hidden className={styles.open} />,
      title: words.unknownTitle(invoice.number),
      text: words.unknownText(invoice.customer, format.time(invoice.since), name),
      amount: format.euro(invoice.total),
    })
  const more = unknown.count - unknown.invoices.length
  if (more > 0)
    rows.push({
      key: 'more',
      sign: <SearchIcon aria-hidden className={styles.open} />,
      title: words.moreUnknown(more),
      text: words.moreUnknownText,
      amount: null,
    })
  return rows
}
