import { useBlocker } from '@tanstack/react-router'

/** Has «back» close what lies over the page, as Esc does: on a phone it is the way out of whatever was opened. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  useBlocker({
    disabled: !isOpen,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      close()
      return true
    },
  })
}
