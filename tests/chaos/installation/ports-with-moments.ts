import type { Books, OpenBooks, Said, Seal } from '@stella/bookkeeping'
import type { Commit, Store } from '../../../bookkeeping/src/ports/store.ts'
import type { Moment } from './points.ts'
import type { Snare } from './trap.ts'

/** The engine's memory, passing the moments before and after what it commits. */
export function storeWithMoments(store: Store, snare: Snare): Store {
  return {
    claimLanes: (claim) => store.claimLanes(claim),
    renewLanes: (lanes, leaseUntil) => store.renewLanes(lanes, leaseUntil),
    releaseLane: (lane, closing) => store.releaseLane(lane, closing),
    look: (lane, now) => store.look(lane, now),
    payables: (of) => store.payables(of),
    reconciliationUnderWay: (of) => store.reconciliationUnderWay(of),
    mutationReads: (of) => store.mutationReads(of),
    async commit(lane, commit) {
      const before = momentBefore(commit)
      if (before !== null) snare.pass(before)
      const committed = await store.commit(lane, commit)
      const after = momentAfter(commit)
      if (after !== null) snare.pass(after)
      return committed
    },
  }
}

function momentBefore(commit: Commit): Moment | null {
  if (commit.verified !== undefined) return 'store: before verified'
  if (commit.finishes?.operation === 'AddRelatie') return 'store: before relation outcome'
  if (commit.finishes?.operation === 'AddMutatie') return 'store: before outcome'
  const event = commit.booking?.event ?? commit.relation?.event
  const isLookUp = event === 'found' || event === 'absent' || event === 'still_unknown'
  return isLookUp ? 'store: before look-up outcome' : null
}

function momentAfter(commit: Commit): Moment | null {
  if (commit.finishes?.operation === 'AddMutatie') return 'store: outcome committed'
  return commit.intent === undefined ? null : 'store: intent committed'
}

/** The way to the books, passing the moments around its calls. */
export function booksWithMoments(openBooks: OpenBooks, snare: Snare): OpenBooks {
  return (codes) => around(openBooks(codes), snare)
}

function around(books: Books, snare: Snare): Books {
  const before = <T>(moment: Moment, call: () => Promise<T>): Promise<T> => {
    snare.pass(moment)
    return call()
  }
  const lookUp = async <T>(call: () => Promise<Said<T>>): Promise<Said<T>> => {
    snare.pass('books: before look-up')
    const said = await call()
    snare.pass('books: after look-up')
    return said
  }
  return {
    async open(signal) {
      const said = await books.open(signal)
      if (said.ok && said.exchanges.length > 0) snare.pass('books: session opened')
      return said
    },
    administrations: (signal) => books.administrations(signal),
    ledgerAccounts: (signal) => books.ledgerAccounts(signal),
    addRelation: (code, content, signal) =>
      before('books: before AddRelatie', () => books.addRelation(code, content, signal)),
    findRelations: (known, signal) => lookUp(() => books.findRelations(known, signal)),
    allRelations: (signal) => books.allRelations(signal),
    changeRelation: (known, changes, signal) => books.changeRelation(known, changes, signal),
    addMutation: (mutation, signal) =>
      before('books: before AddMutatie', () => books.addMutation(mutation, signal)),
    findMutations: (number, signal) => lookUp(() => books.findMutations(number, signal)),
    async findMutationsNumbered(from, to, signal) {
      snare.pass('books: before reading back')
      const said = await books.findMutationsNumbered(from, to, signal)
      snare.pass('books: after reading back')
      return said
    },
    findMutationsSince: (date, signal) => books.findMutationsSince(date, signal),
    openItems: (signal) => books.openItems(signal),
    readMutations: (range, signal) => books.readMutations(range, signal),
    close: () => books.close(),
  }
}

/** The seal, passing the moments before it seals new codes and before it opens stored ones. */
export function sealWithMoments(seal: Seal, snare: Snare): Seal {
  return {
    seal(codes, place) {
      snare.pass('office: before codes')
      return seal.seal(codes, place)
    },
    open(secret, place) {
      snare.pass('seal: before opening')
      return seal.open(secret, place)
    },
    sealPassword: (password, place) => seal.sealPassword(password, place),
    openPassword: (secret, place) => seal.openPassword(secret, place),
    fingerprints: (codes) => seal.fingerprints(codes),
    keys: seal.keys,
    keyNameOf: (secret, place) => seal.keyNameOf(secret, place),
  }
}
