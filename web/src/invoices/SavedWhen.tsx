import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './SavedWhen.module.css'
import type { SaveState } from './use-autosave.ts'

/** Whether the draft is saved, and since when. */
export function SavedWhen({ state }: { state: SaveState }) {
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  return (
    <span className={styles.saved} role="status">
      {sentence()}
    </span>
  )

  function sentence(): string {
    switch (state.kind) {
      case 'saving':
        return words.saving
      case 'saved':
        return words.savedAt(format.time(state.at))
      case 'refused':
        return words.notSavedFields
      case 'unsaved':
      case 'failed':
        return words.unsaved
      case 'conflict':
        return state.unsaved ? words.unsaved : ''
      default:
        return ''
    }
  }
}
