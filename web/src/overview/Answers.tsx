import { Skeleton } from '@mantine/core'
import { Sheet } from '../components/Sheet.tsx'
import styles from './Answers.module.css'
import { BooksAnswer } from './BooksAnswer.tsx'
import { BusinessAnswer } from './BusinessAnswer.tsx'
import { NeedsAnswer } from './NeedsAnswer.tsx'
import type { Overview } from './queries.ts'

/** The three answers of «Overzicht», each a sentence first and its figures after. */
export function Answers({ overview }: { overview: Overview }) {
  return (
    <Sheet as="div" className={styles.answers} data-needed={overview.needs.length > 0 || undefined}>
      <BooksAnswer overview={overview} />
      <NeedsAnswer overview={overview} />
      <BusinessAnswer overview={overview} />
    </Sheet>
  )
}

/** Keeps the height of the answers while they come. */
export function AnswersSkeleton() {
  return (
    <Sheet as="div" className={styles.answers} aria-hidden="true">
      {[1, 2, 3].map((place) => (
        <section key={place} className={styles.answer}>
          <Skeleton height="1rem" width="55%" />
          <Skeleton height="2rem" width="80%" mt="sm" />
          <Skeleton height="1rem" mt="lg" />
          <Skeleton height="1rem" width="70%" mt="sm" />
        </section>
      ))}
    </Sheet>
  )
}
