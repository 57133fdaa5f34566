import { Link, type LinkProps } from '@tanstack/react-router'
import type { Overview } from '../api/overview.ts'
import { Prose } from '../components/Prose.tsx'
import { StatusSign } from '../components/Status.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'
import styles from './Answers.module.css'

type Need = Overview['needs'][number]

/** More than these stand behind the log's filter; the answer says how many there are. */
const shown = 4

/** «Wat heeft mij nodig?» */
export function NeedsAnswer({ needs }: { needs: Need[] }) {
  const { overview: texts } = useTexts()
  return (
    <section className={styles.answer} aria-labelledby="needs-question">
      <h2 className={styles.question} id="needs-question">
        {texts.needsQuestion}
      </h2>
      <p className={styles.sentence}>
        {needs.length === 0 ? texts.needsNothing : texts.needsCount(needs.length)}
      </p>
      {needs.length === 0 ? (
        <p className={styles.text}>{texts.needsNothingText}</p>
      ) : (
        <ul className={styles.needs}>
          {needs.slice(0, shown).map((need) => (
            <li key={need.id}>
              <StatusSign of={need.kind === 'draft_unfinished' ? 'draft' : 'failed'} />
              <span>
                <b>
                  <Prose>{need.title}</Prose>
                </b>
                <span className={styles.detail}>
                  <Prose>{need.detail}</Prose>
                </span>
              </span>
              <Link {...linkOf(need)} aria-label={`${wordOf(need, texts)}: ${need.title}`}>
                {wordOf(need, texts)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {needs.length > shown && (
        <p className={styles.link}>
          <Link {...paths.overview({ toon: 'mislukt' })}>{texts.needsViewAll}</Link>
        </p>
      )}
    </section>
  )
}

function linkOf(need: Need): LinkProps {
  if (need.kind === 'connection_paused') return paths.integrations()
  if (need.invoiceId) return paths.invoice(need.invoiceId)
  if (need.customerId) return paths.customer(need.customerId)
  return paths.overview({ toon: 'mislukt' })
}

function wordOf(need: Need, texts: ReturnType<typeof useTexts>['overview']): string {
  return need.kind === 'draft_unfinished' ? texts.needsFinish : texts.needsSolve
}
