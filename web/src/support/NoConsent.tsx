import { LockIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import styles from './NoConsent.module.css'

/** Says why so little is to be seen, and how it comes about that more is. */
export function NoConsent() {
  const { support: texts } = useTexts()
  return (
    <p className={styles.why}>
      <LockIcon aria-hidden />
      {texts.noConsent}
    </p>
  )
}
