import { useEffect } from 'react'

/** After what took the focus is gone: back to where it was, if that is still there. */
export function useReturnFocus(active: boolean) {
  useEffect(() => {
    if (!active) return
    const before = document.activeElement
    return () => {
      // What takes its place on the screen may take the focus by itself.
      requestAnimationFrame(() => {
        if (hasFocus()) return
        if (before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [active])
}

/** Whether something on the page has the focus, so that the next key goes somewhere. */
export function hasFocus(): boolean {
  const { activeElement } = document
  return activeElement !== null && activeElement !== document.body
}

/** Puts the focus at the beginning of the page's content. */
export function focusContent() {
  document.getElementById('inhoud')?.focus({ preventScroll: true })
}
