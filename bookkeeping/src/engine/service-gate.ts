import { isCallAllowed, isProbe } from '../retries/breaker.ts'
import { closedServiceBreaker, serviceBreakerAfter } from './service-breaker.ts'

type State = 'closed' | 'open' | 'half_open'

/**
 * Who may ask the service something now, under the breaker around it: everybody while it is closed, nobody while
 * it is open, and one at a time while it is half open, to see whether the service works again. It lives as long
 * as its worker, so its instants are of the clock that only runs forward.
 */
export class ServiceGate<Caller> {
  #service = closedServiceBreaker
  /** Who tries while it is half open; nobody else does until that one is done. */
  #probe: Caller | null = null

  /** How many more callers may begin when there is room for `free`. */
  room(free: number, at: number): number {
    const state = this.#state(at)
    if (state === 'closed') return free
    return state === 'half_open' && this.#probe === null ? Math.min(free, 1) : 0
  }

  /** Asked before each call: of those that are under way when the breaker opens, too. */
  lets(caller: Caller, at: number): boolean {
    const state = this.#state(at)
    if (state === 'half_open') this.#probe ??= caller
    return state === 'closed' || (state === 'half_open' && this.#probe === caller)
  }

  heard(health: 'worked' | 'failed', organizationId: string, at: number): void {
    this.#service = serviceBreakerAfter(this.#service, health, organizationId, at)
  }

  leaves(caller: Caller): void {
    if (this.#probe === caller) this.#probe = null
  }

  #state(at: number): State {
    const { breaker } = this.#service
    if (!isCallAllowed(breaker, at)) return 'open'
    return isProbe(breaker, at) ? 'half_open' : 'closed'
  }
}
