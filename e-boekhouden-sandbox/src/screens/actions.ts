import { addAdministration, changeAdministration, changePassword } from '../control/administrations.ts'
import { changeSettings } from '../control/settings.ts'
import { SandboxError } from '../errors.ts'
import { isFaultKind } from '../faults/kinds.ts'
import type { FaultRule } from '../handle/faults.ts'
import type { Settings } from '../handle/settings.ts'
import type { Parts } from '../parts.ts'
import { places } from './places.ts'

/** What a form of a page does. @returns where to go on @throws SandboxError */
export type Action = (parts: Parts, form: URLSearchParams) => string | Promise<string>

export const addAdministrationAction: Action = ({ store, clock }) => {
  addAdministration(store, clock, {})
  return places.start
}

export const settingsAction: Action = ({ store }, form) => {
  const numbers = ['sessionMinutes', 'mutationCallsPerMonth', 'mutationsPerAnswer']
  const given = [...form].map(([name, text]) => [name, numbers.includes(name) ? numberFrom(text) : text])
  changeSettings(store, Object.fromEntries(given) as Partial<Settings>)
  return places.protocol
}

export const faultsAction: Action = ({ faults }, form) => {
  const kind = form.get('kind')
  if (form.get('clear') === 'all') faults.clear()
  else if (form.get('turn') === 'off') {
    for (const rule of faults.list().filter((each) => each.kind === kind)) faults.remove(rule.id)
  } else faults.add(ruleFrom(form))
  return places.faults
}

export function periodAction(guid: string, n: number): Action {
  return ({ store, clock }, form) => {
    changeAdministration(store, clock, guid, { closedThrough: form.get('through') || null })
    return places.period(n)
  }
}

export function userAction(guid: string, n: number): Action {
  return ({ store, clock }, form) => {
    if (form.has('password')) {
      changePassword(store, guid)
      return places.codes(n)
    }
    if (form.has('permission'))
      changeAdministration(store, clock, guid, { permission: form.get('permission') === 'on' })
    if (form.has('ended')) changeAdministration(store, clock, guid, { ended: form.get('ended') === 'on' })
    return places.user(n)
  }
}

/** An empty text is no number, and refused as one. */
function numberFrom(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

/** Fields left empty set no bound. */
function ruleFrom(form: URLSearchParams): FaultRule {
  const kind = form.get('kind')
  if (!isFaultKind(kind)) throw new SandboxError('fault_invalid', 'kind')
  const numbers = ['seconds', 'status', 'from', 'times', 'share', 'seed']
  const texts = ['moment', 'code', 'subject', 'through', 'variant', 'operation', 'administration']
  const given = [...form]
    .filter(([name, text]) => text.trim() !== '' && (numbers.includes(name) || texts.includes(name)))
    .map(([name, text]) => [name, numbers.includes(name) ? Number(text) : text.trim()])
  const fields = Object.fromEntries(given) as Partial<FaultRule>
  return { ...fields, kind, ...(fields.share === undefined ? {} : { share: fields.share / 100 }) }
}
