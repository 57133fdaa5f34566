import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type AutosaveState, isUnsaved } from './autosave.ts'
import styles from './SavedWhen.module.css'

/** Whether the draft is saved, and since when. */
export function SavedWhen({ state }: { state: AutosaveState }) {
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
      case 'resting':
        return state.version ? words.savedAt(format.time(state.version.updatedAt)) : ''
      case 'refused':
        return words.notSavedFields
      case 'unsaved':
      case 'failed':
        return words.unsaved
      case 'conflict':
        return isUnsaved(state) ? words.unsaved : ''
      default:
        return ''
    }
  }
}
