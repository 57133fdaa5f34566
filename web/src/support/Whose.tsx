import { LockIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import type { SupportBooking } from './queries.ts'
import styles from './Whose.module.css'

/** An administration by its number, and its name; a lock where it did not consent to be looked at. */
export function Whose({ organization }: { organization: SupportBooking['organization'] }) {
  const { support: texts } = useTexts()
  return (
    <>
      <span className={styles.number}>{texts.organizationNumber(organization.number)}</span>
      {organization.name === null ? <Withheld /> : <span className={styles.name}>{organization.name}</span>}
    </>
  )
}

/** In place of a name that is seen with consent alone; nothing of it betrays how long the name is. */
function Withheld() {
  const { support: texts } = useTexts()
  return (
    <span className={styles.withheld}>
      <LockIcon aria-hidden />
      {texts.withheld}
    </span>
  )
}

/** The same as words. */
export function useOrganizationName() {
  const { support: texts } = useTexts()
  return ({ name, number }: SupportBooking['organization']) => name ?? texts.organizationNumber(number)
}
