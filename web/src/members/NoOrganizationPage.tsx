import { ClosedOrganizations } from '../accounts/ClosedOrganizations.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { NewOrganizationForm } from './NewOrganizationForm.tsx'

/** For who left, or was removed, and works for nobody now. */
export function NoOrganizationPage() {
  const { members: words } = useTexts()
  return (
    <>
      <PageHead title={words.noOrganization} lead={words.noOrganizationText} />
      <ClosedOrganizations />
      <Sheet as="div" className={styles.narrow}>
        <NewOrganizationForm />
      </Sheet>
    </>
  )
}
