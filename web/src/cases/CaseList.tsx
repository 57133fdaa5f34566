import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PagedList } from '../components/PagedList.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Cases.module.css'
import { casesQuery } from './queries.ts'

/** The questions that were asked, with how each stands; nothing while none was. */
export function CaseList() {
  const { cases: words } = useTexts()
  const format = useFormat()
  const query = useInfiniteQuery(casesQuery)
  if (query.data?.pages.every(({ items }) => items.length === 0)) return null
  return (
    <Sheet padded className={styles.part} aria-labelledby="cases">
      <h2 id="cases">{words.list}</h2>
      <PagedList query={query} unavailable={words.listUnavailable} none={null}>
        {(cases) => (
          <ul className={styles.cases}>
            {cases.map(({ id, number, openedAt, outcome, state, subject }) => (
              <li key={id}>
                <Link {...paths.case(id)}>
                  {words.title(number)}: {words.subject[subject.kind](subject.label)}
                </Link>
                <span className={styles.quiet}>
                  {outcome ? words.outcomes[outcome] : words.states[state]}, {format.moment(openedAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Sheet>
  )
}
