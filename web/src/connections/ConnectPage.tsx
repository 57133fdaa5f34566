import { useState } from 'react'
import { BackLink, usePageTitle } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { BooksDecision } from './BooksDecision.tsx'
import { ConnectForm } from './ConnectForm.tsx'
import styles from './ConnectPage.module.css'
import { type BooksQuestion, type Codes, compareCodes } from './queries.ts'
import { WhereToFind } from './WhereToFind.tsx'

/**
 * «Activeer koppeling», with where the three values are found beside it; and what there is to decide about them. The
 * codes live on this page alone, and are gone when it is left.
 */
export function ConnectPage() {
  const { connect: texts, integrations } = useTexts()
  const [asked, setAsked] = useState<{ codes: Codes; question: BooksQuestion } | null>(null)
  usePageTitle(texts.title)
  if (asked !== null) {
    const askAgain = async () => {
      const question = await compareCodes(asked.codes).catch(() => null)
      setAsked(question === null ? null : { ...asked, question })
    }
    return <BooksDecision {...asked} onBack={() => setAsked(null)} onOutdated={() => void askAgain()} />
  }
  return (
    <>
      <BackLink link={paths.integrations()} label={integrations.title} />
      <div className={styles.columns}>
        <Permitted to="connection" sentence="above">
          <ConnectForm onQuestion={(codes, question) => setAsked({ codes, question })} />
        </Permitted>
        <WhereToFind />
      </div>
    </>
  )
}
