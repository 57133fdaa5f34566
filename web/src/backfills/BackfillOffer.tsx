import { ButtonLink } from '../components/links.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './Backfill.module.css'

/** At the link: that there may be earlier invoices, and what Stella does with them. */
export function BackfillOffer() {
  const { backfills: words } = useTexts()
  return (
    <Sheet padded className={styles.start} aria-labelledby="backfill-offer">
      <h2 id="backfill-offer">{words.offerTitle}</h2>
      <p className={styles.quiet}>
        <Prose>{words.offerText}</Prose>
      </p>
      <ButtonLink {...paths.backfill()}>{words.offer}</ButtonLink>
    </Sheet>
  )
}
