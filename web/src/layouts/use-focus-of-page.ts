import { useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { focusContent, hasFocus } from '../components/use-return-focus.ts'

/**
 * On another page the focus is where reading goes on; what had it on the page before is gone.
 * @returns makes the next page begin in its first field, for whoever asked for it with a key
 */
export function useFocusOfPage(): () => void {
  const pathname = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname })
  const before = useRef(pathname)
  const atFirstField = useRef(false)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const frame = requestAnimationFrame(() => {
      const first = document.querySelector<HTMLElement>('#inhoud [data-autofocus]')
      if (atFirstField.current && first) first.focus()
      else if (!hasFocus()) focusContent()
      atFirstField.current = false
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
  return useCallback(() => {
    atFirstField.current = true
  }, [])
}
