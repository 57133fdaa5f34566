import { useTexts } from '../language/language.tsx'
import styles from './Messages.module.css'

/** A mail as its reader's program shows it. It can run nothing and load nothing. */
export function LetterPreview({ html, title }: { html: string | undefined; title?: string }) {
  const { messages: words } = useTexts()
  if (html === undefined) return <p className={styles.quiet}>{words.previewWait}</p>
  return <iframe className={styles.letter} title={title ?? words.preview} sandbox="" srcDoc={html} />
}
