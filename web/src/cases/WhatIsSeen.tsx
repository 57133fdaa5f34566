import { useTexts } from '../language/language.tsx'
import styles from './Cases.module.css'
import type { HelpSubject } from './queries.ts'

/** What the support is let see, and what not. */
export function WhatIsSeen({ kind }: { kind: HelpSubject['kind'] }) {
  const { cases: words } = useTexts()
  return (
    <div className={styles.seen}>
      <h2>{words.seesTitle}</h2>
      <ul>
        <li>{words.sees[kind]}</li>
        <li>{words.seesNot}</li>
      </ul>
    </div>
  )
}
