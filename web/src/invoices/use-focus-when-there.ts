import { useCallback, useEffect, useReducer, useRef } from 'react'

type Find = () => HTMLElement | null | undefined

/**
 * Focuses a field that the change at hand brings: at once where it is there, else after the render with which it comes,
 * however busy the browser is.
 */
export function useFocusWhenThere(): (find: Find) => void {
  const wanted = useRef<Find>(undefined)
  const [, look] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const field = wanted.current?.()
    if (!field) return
    field.focus()
    // An effect of the render before may come only now, when the field is there and still folded: the next one asks again.
    if (document.activeElement === field) wanted.current = undefined
  })
  return useCallback((find: Find) => {
    wanted.current = find
    look()
  }, [])
}
