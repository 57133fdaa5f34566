import { useLocalStorage } from '@mantine/hooks'

/**
 * Whether single keys (`/`, `n`) act. Somebody who speaks to the computer can switch them off in the
 * menu, as WCAG 2.1.4 asks.
 */
export function useShortcuts() {
  return useLocalStorage({ key: 'stella.shortcuts', defaultValue: true, getInitialValueInEffect: false })
}

export function useShortcutsEnabled(): boolean {
  return useShortcuts()[0]
}
