import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import styles from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { NewOrganizationForm } from './NewOrganizationForm.tsx'

/** «Nieuwe administratie». */
export function NewOrganizationPage() {
  const { members: words } = useTexts()
  return (
    <>
      <PageHead title={words.newOrganization} lead={words.newOrganizationLead} />
      <Sheet as="div" className={styles.narrow}>
        <NewOrganizationForm />
      </Sheet>
    </>
  )
}
