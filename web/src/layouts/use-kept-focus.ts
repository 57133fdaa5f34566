import { useEffect } from 'react'
import { focusContent, hasFocus } from '../components/use-return-focus.ts'

/** When what has the focus leaves the page, reading goes on at the content, not at the top of the document. */
export function useKeptFocus() {
  useEffect(() => {
    let focused: EventTarget | null = null
    const note = ({ target }: FocusEvent) => {
      focused = target
    }
    const observer = new MutationObserver(() => {
      if (!(focused instanceof Node) || focused.isConnected) return
      focused = null
      // A dialog that closes gives the focus back itself, and comes first.
      requestAnimationFrame(() => {
        if (!hasFocus()) focusContent()
      })
    })
    document.addEventListener('focusin', note)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [])
}
