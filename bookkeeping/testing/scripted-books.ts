import { mutationsIn, openItemsOf } from '../simulation/simulated-reading.ts'
import { SimulatedAdministration } from '../simulation/simulated-service.ts'
import type { RemoteFailure } from '../src/causes/remote-failure.ts'
import type { OpenBooks } from '../src/connections/examine-codes.ts'
import type { Books, Exchange, FoundAccount, FoundAdministration, Said } from '../src/ports/books.ts'

/**
 * What goes wrong with the next calls of an operation, in order: a failure before anything was done, or after all
 * of it was; `hold` waits for a promise first.
 */
export type Mishap =
  | { readonly before: RemoteFailure }
  | { readonly after: RemoteFailure }
  | { readonly hold: Promise<void> }

/** Books of which a test decides what happens to each call. The protocol itself is tested with the sandbox. */
export class ScriptedBooks {
  readonly administration: SimulatedAdministration
  readonly calls: string[] = []
  accounts: FoundAccount[] = [
    { code: '1300', name: 'Debiteuren', category: 'DEB' },
    { code: '8000', name: 'Omzet', category: 'VW' },
  ]
  administrations: FoundAdministration[] = [{ name: 'Proefbakkerij', guid: '{PROEF}' }]
  /** Calls under way now, and the most there ever were at once. */
  underWay = 0
  mostUnderWay = 0
  readonly #mishaps = new Map<string, Mishap[]>()

  constructor(options: { refusesDuplicates?: boolean } = {}) {
    this.administration = new SimulatedAdministration({
      numbers: options.refusesDuplicates ?? true,
      codes: true,
    })
  }

  next(operation: string, ...mishaps: Mishap[]): void {
    this.#mishaps.set(operation, [...(this.#mishaps.get(operation) ?? []), ...mishaps])
  }

  readonly open: OpenBooks = () => this.#books()

  #books(): Books {
    const { administration } = this
    const now = () => Date.now()
    return {
      open: () => this.#call('OpenSession', () => null),
      administrations: () => this.#call('GetAdministraties', () => this.administrations),
      ledgerAccounts: () => this.#call('GetGrootboekrekeningen', () => this.accounts),
      addRelation: (code, content) =>
        this.#write(
          'AddRelatie',
          () => administration.addRelation(code, content, now()),
          (added) => added,
        ),
      findRelations: (known) => this.#call('GetRelaties', () => administration.relationsKnownAs(known)),
      allRelations: () =>
        this.#call('GetRelaties', () =>
          administration.relations.map(({ code, content, id }) => ({ ...content, id, code })),
        ),
      changeRelation: (known, changes) =>
        this.#perform('UpdateRelatie', () => {
          const [relation] = administration.relationsKnownAs(known)
          if (relation === undefined) return { ok: false, failure: { kind: 'not_found' } }
          relation.content = { ...relation.content, ...changes }
          return { ok: true, value: relation }
        }),
      addMutation: (mutation) =>
        this.#write(
          'AddMutatie',
          () => administration.addMutation(mutation, now()),
          ({ number }) => ({ mutationNumber: number }),
        ),
      findMutations: (invoiceNumber) =>
        this.#call('GetMutaties', () =>
          administration.mutations.filter((it) => it.invoiceNumber === invoiceNumber),
        ),
      findMutationsNumbered: (from, to) =>
        this.#call('GetMutaties', () =>
          administration.mutations.filter((it) => it.number >= from && it.number <= to),
        ),
      findMutationsSince: (date) =>
        this.#call('GetMutaties', () => administration.mutations.filter((it) => it.date >= date)),
      openItems: () => this.#call('GetOpenPosten', () => openItemsOf(administration.mutations)),
      readMutations: (range) => this.#call('GetMutaties', () => mutationsIn(administration.mutations, range)),
      close: async () => {},
    }
  }

  #call<T>(operation: string, work: () => T): Promise<Said<T>> {
    return this.#perform(operation, () => ({ ok: true, value: work() }))
  }

  #write<Done extends object, T>(
    operation: string,
    work: () => Done | { code: string },
    resultOf: (done: Done) => T,
  ): Promise<Said<T>> {
    return this.#perform(operation, () => {
      const done = work()
      if ('code' in done) return { ok: false, failure: { kind: 'rejected', code: done.code } }
      return { ok: true, value: resultOf(done) }
    })
  }

  async #perform<T>(operation: string, work: () => Outcome<T>): Promise<Said<T>> {
    const startedAt = Date.now()
    this.calls.push(operation)
    this.underWay += 1
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay)
    const mishap = this.#mishaps.get(operation)?.shift()
    if (mishap !== undefined && 'hold' in mishap) await mishap.hold
    let outcome: Outcome<T>
    if (mishap !== undefined && 'before' in mishap) outcome = { ok: false, failure: mishap.before }
    else {
      outcome = work()
      if (mishap !== undefined && 'after' in mishap) outcome = { ok: false, failure: mishap.after }
    }
    this.underWay -= 1
    return { ...outcome, exchanges: [exchange(operation, startedAt, outcome)] }
  }
}

type Outcome<T> = { ok: true; value: T } | { ok: false; failure: RemoteFailure }

function exchange(operation: string, startedAt: number, outcome: Outcome<unknown>): Exchange {
  return {
    operation,
    startedAt,
    finishedAt: Date.now(),
    outcome: outcome.ok ? 'ok' : outcome.failure.kind,
    code: null,
    httpStatus: 200,
    request: `<${operation}/>`,
    response: null,
  }
}
