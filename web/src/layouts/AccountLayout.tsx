import { UnstyledButton } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Star } from '../components/Star.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import styles from './AccountLayout.module.css'

/** The frame of what needs no signing in: the band with Stella's mark, and one sheet. */
export function AccountLayout({ children = <Outlet /> }: { children?: ReactNode }) {
  const { shell } = useTexts()
  const { language, choose } = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <div className={styles.page}>
      <header className={styles.band}>
        <div className={styles.inner}>
          <span className={styles.mark}>
            <Star className={styles.star} />
            Stella
          </span>
          <UnstyledButton className={styles.language} lang={other} onClick={() => choose(other)}>
            {other === 'nl' ? shell.dutch : shell.english}
          </UnstyledButton>
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
