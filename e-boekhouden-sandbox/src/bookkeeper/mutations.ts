import type { Administration, Mutation } from '../books/administration.ts'
import { book, bookAs, type MutationDraft } from '../books/booking.ts'
import { SandboxError } from '../errors.ts'
import type { NewMutation } from '../handle/bookkeeper.ts'
import { mutationChange, newMutation } from '../inputs/bookkeeper.ts'
import { check } from '../inputs/check.ts'
import { checkMutation, checkPeriodOpen } from '../mutations/mutation-rules.ts'
import type { Service } from '../operations/service.ts'
import { byTheRules } from './by-the-rules.ts'
import { asEntered, asSent } from './entered-mutation.ts'

/** @returns its number @throws SandboxError mutation_invalid */
export function bookMutation(service: Service, books: Administration, given: NewMutation): number {
  const mutation = book(books, draftOf(service, books, check(newMutation, given, 'mutation_invalid')))
  service.store.commit([{ kind: 'mutation_booked', guid: books.guid, mutation }])
  return mutation.number
}

/** It stays where it came from and when it was booked. @throws SandboxError mutation_unknown, mutation_invalid */
export function changeMutation(
  service: Service,
  books: Administration,
  number: number,
  change: Partial<NewMutation>,
): void {
  const known = findMutation(books, number)
  checkOpen(service, books, known)
  const entered = {
    ...asEntered(service, books, known),
    ...check(mutationChange, change, 'mutation_invalid'),
  }
  const { bookedAt, origin } = known
  const at = service.clock.now().toISOString()
  const draft = { ...draftOf(service, books, entered), bookedAt, origin, changedAt: at }
  const mutation = bookAs(books, number, draft)
  service.store.commit([{ kind: 'mutation_changed', guid: books.guid, mutation, at }])
}

/** @throws SandboxError mutation_unknown, mutation_invalid */
export function removeMutation(service: Service, books: Administration, number: number): void {
  checkOpen(service, books, findMutation(books, number))
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'mutation_removed', guid: books.guid, number, at }])
}

function draftOf(service: Service, books: Administration, entered: NewMutation): MutationDraft {
  const oMut = asSent(entered, service.clock.today())
  const paid = entered.lines.map(({ invoiceNumber }) => invoiceNumber)
  const draft = byTheRules('mutation_invalid', () => checkMutation(service, books, oMut, 'hand'))
  const lines = draft.lines.map((line, at) => {
    const invoiceNumber = paid[at]?.trim()
    return invoiceNumber === undefined ? line : { ...line, invoiceNumber }
  })
  return { ...draft, lines }
}

function checkOpen(service: Service, books: Administration, { date }: Mutation): void {
  byTheRules('mutation_invalid', () => checkPeriodOpen(service, books, date))
}

function findMutation(books: Administration, number: number): Mutation {
  const found = books.mutations.find((mutation) => mutation.number === number)
  if (!found) throw new SandboxError('mutation_unknown', String(number))
  return found
}
