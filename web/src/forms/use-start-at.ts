import { useEffect, useRef } from 'react'

/**
 * Goes into a field of a form once, when it is shown. The form hands out another way to its fields at every key, and
 * whoever types in the next field must stay there.
 */
export function useStartAt<Field extends string>(
  getInputNode: (field: Field) => HTMLElement | null,
  startAt: Field | undefined,
): void {
  const begun = useRef<Field>(undefined)
  useEffect(() => {
    if (startAt === undefined || begun.current === startAt) return
    begun.current = startAt
    const field = getInputNode(startAt)
    // A dialog looks for this mark when it opens, which is after its form is there.
    field?.setAttribute('data-autofocus', '')
    field?.focus()
  }, [startAt, getInputNode])
}
