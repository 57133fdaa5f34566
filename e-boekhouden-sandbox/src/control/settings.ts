import type { Store } from '../books/store.ts'
import { SandboxError } from '../errors.ts'
import { defaultSettings, type Settings } from '../handle/settings.ts'

const choices: Partial<Record<keyof Settings, readonly string[]>> = {
  duplicateInvoiceNumbers: ['refused', 'accepted'],
  vatCheck: ['cent', 'strict'],
  errorCodes: ['dotless', 'dotted'],
  emptyValues: ['lenient', 'strict'],
}

/** @throws SandboxError setting_invalid, with which one */
export function checkSettings(settings: Partial<Settings>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(defaultSettings, name)) throw new SandboxError('setting_invalid', name)
    const allowed = choices[name as keyof Settings]
    const fits = allowed
      ? typeof value === 'string' && allowed.includes(value)
      : typeof value === 'number' && Number.isFinite(value) && value >= 0
    if (!fits)
      throw new SandboxError('setting_invalid', `${name}: ${allowed?.join(' or ') ?? 'a number from 0'}`)
  }
}

/** @throws SandboxError setting_invalid */
export function changeSettings(store: Store, settings: Partial<Settings>): void {
  checkSettings(settings)
  store.commit([{ kind: 'settings_changed', settings }])
}
