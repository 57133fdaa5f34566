import { Empty } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './NotFoundPage.module.css'

/** An address that leads nowhere. */
export function NotFoundPage({ title }: { title?: string }) {
  const { failures } = useTexts()
  return (
    <div className={styles.page}>
      <PageHead title={title ?? failures.notFoundTitle} />
      <Sheet>
        <Empty
          title={failures.notFoundText}
          action={<ButtonLink {...paths.overview()}>{failures.toOverview}</ButtonLink>}
        />
      </Sheet>
    </div>
  )
}
