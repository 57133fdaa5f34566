import { bookkeeperOf } from '../bookkeeper/bookkeeper.ts'
import { snapshotOf } from '../books/snapshot.ts'
import type { AdministrationChange, NewAdministration } from '../handle/administration.ts'
import type {
  Bookkeeper,
  NewAccount,
  NewMutation,
  NewPayment,
  NewRelation,
  RelationChange,
} from '../handle/bookkeeper.ts'
import type { FaultRule } from '../handle/faults.ts'
import type { Settings } from '../handle/settings.ts'
import { check } from '../inputs/check.ts'
import { faultSwitch } from '../inputs/shapes.ts'
import type { Parts } from '../parts.ts'
import {
  accessTo,
  addAdministration,
  changeAdministration,
  changePassword,
  findAdministration,
} from './administrations.ts'
import { clockState, setClock } from './clock.ts'
import { filterOf, readJournal } from './journal.ts'
import { changeSettings } from './settings.ts'

export interface Asked {
  /** The JSON of the body; `{}` when there is none. */
  body: unknown
  /** What stands in the place of each `*` in the path, decoded. */
  names: readonly [string, string]
  query: Record<string, string>
}

export interface Route {
  /** Where it takes fields from; elsewhere it takes none. What it does with them checks them. */
  takes?: 'body' | 'query'
  answer: (parts: Parts, asked: Asked) => unknown
}

/** Something a person does in the books of the administration that the path names. */
function byHand(act: (bookkeeper: Bookkeeper, body: unknown, name: string) => unknown): Route['answer'] {
  return (parts, { body, names: [administration, name] }) =>
    act(bookkeeperOf(parts, findAdministration(parts.store, administration)), body, name) ?? {}
}

/** By method and path. `*` stands for one part of it: a guid, a user name, the id of a fault, a number. */
export const routes: Record<string, Route> = {
  'GET /': { answer: overview },
  'POST /reset': {
    answer: (parts) => {
      parts.reset()
      return overview(parts)
    },
  },
  'GET /administrations': { answer: administrations },
  'POST /administrations': {
    takes: 'body',
    answer: ({ store, clock }, { body }) => addAdministration(store, clock, body as NewAdministration),
  },
  'PATCH /administrations/*': {
    takes: 'body',
    answer: ({ store, clock }, { body, names: [name] }) =>
      changeAdministration(store, clock, name, body as AdministrationChange),
  },
  'POST /administrations/*/password': {
    answer: ({ store }, { names: [name] }) => changePassword(store, name),
  },
  'GET /books': { answer: ({ store }) => snapshotOf(store.first()) },
  'GET /books/*': {
    answer: ({ store }, { names: [name] }) => snapshotOf(findAdministration(store, name)),
  },
  'POST /books/*/relations': {
    takes: 'body',
    answer: byHand((bookkeeper, body) => ({ id: bookkeeper.addRelation(body as NewRelation) })),
  },
  'PATCH /books/*/relations/*': {
    takes: 'body',
    answer: byHand((bookkeeper, body, id) => bookkeeper.changeRelation(Number(id), body as RelationChange)),
  },
  'DELETE /books/*/relations/*': {
    answer: byHand((bookkeeper, _body, id) => bookkeeper.removeRelation(Number(id))),
  },
  'POST /books/*/ledger': {
    takes: 'body',
    answer: byHand((bookkeeper, body) => ({ id: bookkeeper.addAccount(body as NewAccount) })),
  },
  'PATCH /books/*/ledger/*': {
    takes: 'body',
    answer: byHand((bookkeeper, body, code) => bookkeeper.changeAccount(code, body as Partial<NewAccount>)),
  },
  'DELETE /books/*/ledger/*': {
    answer: byHand((bookkeeper, _body, code) => bookkeeper.removeAccount(code)),
  },
  'POST /books/*/mutations': {
    takes: 'body',
    answer: byHand((bookkeeper, body) => ({ number: bookkeeper.bookMutation(body as NewMutation) })),
  },
  'PATCH /books/*/mutations/*': {
    takes: 'body',
    answer: byHand((bookkeeper, body, number) =>
      bookkeeper.changeMutation(Number(number), body as Partial<NewMutation>),
    ),
  },
  'DELETE /books/*/mutations/*': {
    answer: byHand((bookkeeper, _body, number) => bookkeeper.removeMutation(Number(number))),
  },
  'POST /books/*/payments': {
    takes: 'body',
    answer: byHand((bookkeeper, body) => ({ number: bookkeeper.bookPayment(body as NewPayment) })),
  },
  'GET /faults': { answer: ({ faults }) => faults.list() },
  'POST /faults': {
    takes: 'body',
    answer: ({ faults }, { body }) => ({ id: faults.add(body as FaultRule) }),
  },
  'DELETE /faults': {
    answer: ({ faults }) => {
      faults.clear()
      return faults.list()
    },
  },
  'PATCH /faults/*': {
    takes: 'body',
    answer: ({ faults }, { body, names: [id] }) => {
      faults.switch(id, check(faultSwitch, body, 'fault_invalid').on)
      return faults.list()
    },
  },
  'DELETE /faults/*': {
    answer: ({ faults }, { names: [id] }) => {
      faults.remove(id)
      return faults.list()
    },
  },
  'GET /journal': {
    takes: 'query',
    answer: ({ journal, store }, { query }) => readJournal(journal, store, filterOf(query)),
  },
  'GET /settings': { answer: ({ store }) => store.world.settings },
  'PATCH /settings': {
    takes: 'body',
    answer: ({ store }, { body }) => {
      changeSettings(store, body as Partial<Settings>)
      return store.world.settings
    },
  },
  'GET /clock': { answer: ({ clock }) => clockState(clock) },
  'PUT /clock': {
    takes: 'body',
    answer: ({ clock }, { body }) => {
      setClock(clock, body)
      return clockState(clock)
    },
  },
}

function overview(parts: Parts) {
  return {
    url: parts.url,
    soapUrl: `${parts.url}/soap.asmx`,
    administrations: administrations(parts),
    settings: parts.store.world.settings,
    faults: parts.faults.list().length,
    clock: clockState(parts.clock),
  }
}

function administrations({ store }: Parts) {
  return [...store.world.administrations.values()].map(accessTo)
}
