import { BackLink, usePageTitle } from '../components/PageHead.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { ConnectForm } from './ConnectForm.tsx'
import styles from './ConnectPage.module.css'
import { WhereToFind } from './WhereToFind.tsx'

/** «Activeer koppeling», with where the three values are found beside it. */
export function ConnectPage() {
  const { connect: texts, integrations } = useTexts()
  usePageTitle(texts.title)
  return (
    <>
      <BackLink link={paths.integrations()} label={integrations.title} />
      <div className={styles.columns}>
        <ConnectForm />
        <WhereToFind />
      </div>
    </>
  )
}
