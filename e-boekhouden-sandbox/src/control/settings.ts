import type { Store } from '../books/store.ts'
import type { Settings } from '../handle/settings.ts'
import { check } from '../inputs/check.ts'
import { settingsChange } from '../inputs/shapes.ts'

/** @throws SandboxError setting_invalid, with which one */
export function checkSettings(settings: Partial<Settings>): Partial<Settings> {
  return check(settingsChange, settings, 'setting_invalid')
}

/** @throws SandboxError setting_invalid */
export function changeSettings(store: Store, change: Partial<Settings>): void {
  const settings = checkSettings(change)
  store.commit([{ kind: 'settings_changed', settings }])
}
