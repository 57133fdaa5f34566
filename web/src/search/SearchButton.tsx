import { UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useState } from 'react'
import { SearchIcon } from '../components/icons.ts'
import { useTexts } from '../language/language.tsx'
import styles from './SearchButton.module.css'

const load = () => import('./SearchDialog.tsx')
const SearchDialog = lazy(() => load().then(({ SearchDialog }) => ({ default: SearchDialog })))

/** Opens the search over everything, and so does Ctrl+K, in a field too. */
export function SearchButton() {
  const { search: texts } = useTexts()
  const [asked, setAsked] = useState(0)
  const ask = () => setAsked((before) => before + 1)
  useHotkeys([['mod+K', ask]], [])
  // Once the page stands, so that what is typed right after Ctrl+K finds its field.
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), 1_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <UnstyledButton className={styles.button} aria-label={texts.label} title={texts.hint} onClick={ask}>
        <SearchIcon aria-hidden />
      </UnstyledButton>
      {asked > 0 && (
        <Suspense fallback={null}>
          <SearchDialog asked={asked} />
        </Suspense>
      )}
    </>
  )
}
