import type { Administration } from '../books/administration.ts'
import type { Bookkeeper } from '../handle/bookkeeper.ts'
import { noConditions, type Service } from '../operations/service.ts'
import { addAccount, changeAccount, removeAccount } from './accounts.ts'
import { bookMutation, changeMutation, removeMutation } from './mutations.ts'
import { bookPayment } from './payments.ts'
import { addRelation, changeRelation, removeRelation } from './relations.ts'

/** A person at the books of an administration. Faults do not strike people. */
export function bookkeeperOf(
  { store, clock, url }: Omit<Service, 'conditions'>,
  books: Administration,
): Bookkeeper {
  const service: Service = { store, clock, url, conditions: noConditions }
  return {
    addRelation: (relation) => addRelation(service, books, relation),
    changeRelation: (id, change) => changeRelation(service, books, id, change),
    removeRelation: (id) => removeRelation(service, books, id),
    addAccount: (account) => addAccount(service, books, account),
    changeAccount: (code, change) => changeAccount(service, books, code, change),
    removeAccount: (code) => removeAccount(service, books, code),
    bookMutation: (mutation) => bookMutation(service, books, mutation),
    changeMutation: (number, change) => changeMutation(service, books, number, change),
    removeMutation: (number) => removeMutation(service, books, number),
    bookPayment: (payment) => bookPayment(service, books, payment),
  }
}
