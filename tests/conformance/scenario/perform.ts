import { expect } from 'vitest'
import { type Stack, StackFault } from '../stacks/stack.ts'
import { asAsked, plain } from './plain.ts'
import type { Elements, Known, SessionName, Step } from './step.ts'

const withoutSession = ['OpenSession', 'OpenSessionSub', 'CloseSession']

/** Leads one client through steps; the sessions it has opened stay with it. */
export function performer(stack: Stack, known: Known): (step: Step) => Promise<void> {
  const sessions = new Map<SessionName, string>()

  function requestOf(step: Step): Elements {
    const given = typeof step.request === 'function' ? step.request(known) : step.request
    const session = step.session ?? 'own'
    const owner = session === 'own' ? known.entrepreneur : known.accountant
    const SessionID = sessions.get(session) ?? ''
    if (step.operation === 'CloseSession') return { SessionID }
    if (withoutSession.includes(step.operation)) return given
    return { SessionID, SecurityCode2: owner.SecurityCode2, ...given }
  }

  async function resultOf(step: Step): Promise<unknown> {
    try {
      return plain(await stack.call(step.operation, requestOf(step)))
    } catch (error) {
      if (error instanceof StackFault) return { fault: error.who }
      throw error
    }
  }

  return async (step) => {
    const result = await resultOf(step)
    if (step.fault) expect(result).toEqual({ fault: step.fault })
    else expect(codeIn(result)).toBe(withoutDots(step.refused ?? ''))
    const asked = typeof step.answers === 'function' ? step.answers(known) : (step.answers ?? {})
    expect(asAsked(result, asked)).toEqual(asked)
    if (step.opens) sessions.set(step.opens, sessionIn(result))
  }
}

/** The code of a refusal; '' for a result without one. Two operations have the refusal for a result. */
function codeIn(result: unknown): string {
  const message = Reflect.get(Object(result), 'ErrorMsg') ?? result
  return withoutDots(String(Reflect.get(Object(message), 'LastErrorCode') ?? ''))
}

function sessionIn(result: unknown): string {
  const id = String(Reflect.get(Object(result), 'SessionID'))
  expect(id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
  return id
}

/** The manual writes them; clients have met codes without. */
function withoutDots(code: string): string {
  return code.replaceAll('.', '')
}
