import { randomUUID } from 'node:crypto'
import { SandboxError } from '../errors.ts'
import type { FaultRule, FaultState, Faults } from '../handle/faults.ts'
import { check } from '../inputs/check.ts'
import { faultRule } from '../inputs/shapes.ts'
import type { OperationName } from '../protocol/operations.ts'
import { describeFault, type FaultParameters } from './kinds.ts'

/** The call a rule may hit. */
export interface AimedCall {
  operation: OperationName
  /** Guid and user name, when they are known. */
  administration: string | null
  username: string | null
}

export interface Hit extends FaultParameters {
  kind: FaultState['kind']
}

/** Rules with their counters. `enabled` false refuses every rule: the sandbox listens where strangers come.
 * `isAdministration` tells whether a rule may aim at this guid or user name. */
export function createFaults(
  enabled: boolean,
  isAdministration: (name: string) => boolean,
): Faults & { hitsOn(call: AimedCall): Hit[] } {
  const shape = faultRule(isAdministration)
  const rules = new Map<string, FaultState>()
  const known = (id: string): FaultState => {
    const rule = rules.get(id)
    if (!rule) throw new SandboxError('fault_unknown', id)
    return rule
  }
  return {
    add(rule) {
      if (!enabled) throw new SandboxError('control_off')
      const checked = check(shape, rule, 'fault_invalid')
      const id = randomUUID()
      rules.set(id, { ...checked, id, on: true, aimed: 0, hits: 0 })
      return id
    },
    remove(id) {
      rules.delete(known(id).id)
    },
    switch(id, on) {
      known(id).on = on
    },
    clear: () => rules.clear(),
    list: () => [...rules.values()].map((rule) => ({ ...rule })),
    hitsOn: (call) =>
      [...rules.values()]
        .filter((rule) => rule.on && aimsAt(rule, call))
        .filter(strikes)
        .map((rule) => ({ ...describeFault(rule.kind).defaults, ...given(rule), kind: rule.kind })),
  }
}

function operationsOf({ operation }: FaultRule): readonly string[] | null {
  if (operation === undefined) return null
  return typeof operation === 'string' ? [operation] : operation
}

function aimsAt(rule: FaultState, call: AimedCall): boolean {
  const wanted = operationsOf(rule) ?? describeFault(rule.kind).operations
  if (wanted && !wanted.some((operation) => operation === call.operation)) return false
  const { administration } = rule
  return (
    administration === undefined || administration === call.administration || administration === call.username
  )
}

/** Counts the call and tells whether the rule hits it. */
function strikes(rule: FaultState): boolean {
  rule.aimed++
  if (rule.aimed < (rule.from ?? 1)) return false
  if (rule.times !== undefined && rule.hits >= rule.times) return false
  if (rule.share !== undefined && chance(rule.seed ?? 1, rule.aimed) >= rule.share) return false
  rule.hits++
  return true
}

/** A number from 0 to 1 that depends on the seed and the count alone, so that a run can be repeated. */
function chance(seed: number, count: number): number {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(count, 0x85ebca6b)) >>> 0
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97)
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32
}

/** The parameters the rule sets itself. */
function given(rule: FaultState): FaultParameters {
  const { moment, seconds, status, code, subject, through, variant } = rule
  const all = { moment, seconds, status, code, subject, through, variant }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
