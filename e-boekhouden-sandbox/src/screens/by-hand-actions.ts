import { bookkeeperOf } from '../bookkeeper/bookkeeper.ts'
import type { Administration } from '../books/administration.ts'
import { SandboxError } from '../errors.ts'
import type { Bookkeeper, MutationKindByHand, NewMutation } from '../handle/bookkeeper.ts'
import type { Parts } from '../parts.ts'
import type { Action } from './actions.ts'
import { places } from './places.ts'

/** What a person does in the books on the screens, at the address of the page that has the form. */
export function byHandAction(books: Administration, n: number, rest: string): Action | undefined {
  if (rest === 'open-posten') return paymentAction(books, n)
  if (rest === 'mutaties') return newMutationAction(books, n)
  const [, number] = /^mutaties\/(\d+)$/.exec(rest) ?? []
  return number === undefined ? undefined : mutationAction(books, n, Number(number))
}

function paymentAction(books: Administration, n: number): Action {
  return (parts, form) => {
    const relationCode = text(form, 'relationCode')
    personAt(parts, books).bookPayment({
      invoiceNumber: text(form, 'invoiceNumber'),
      amount: amountFrom(form, 'payment_invalid'),
      ...(relationCode === '' ? {} : { relationCode }),
      ...dayOf(form),
    })
    return places.openItems(n)
  }
}

function newMutationAction(books: Administration, n: number): Action {
  return (parts, form) => {
    const number = personAt(parts, books).bookMutation({
      kind: text(form, 'kind') as MutationKindByHand,
      account: text(form, 'account'),
      ...dayOf(form),
      ...header(form),
      lines: [
        {
          amountExcl: amountFrom(form, 'mutation_invalid'),
          ledgerAccount: text(form, 'ledgerAccount'),
          vatCode: text(form, 'vatCode') || 'GEEN',
        },
      ],
    })
    return places.mutation(n, number)
  }
}

/** Takes it out, or changes what is not left empty. */
function mutationAction(books: Administration, n: number, number: number): Action {
  return (parts, form) => {
    const person = personAt(parts, books)
    if (form.get('remove') === 'yes') {
      person.removeMutation(number)
      return places.mutations(n)
    }
    person.changeMutation(number, { ...dayOf(form), ...header(form), ...lineOf(books, number, form) })
    return places.mutation(n, number)
  }
}

function header(form: URLSearchParams): Partial<NewMutation> {
  const fields = ['relationCode', 'invoiceNumber', 'description'] as const
  return Object.fromEntries(
    fields.map((name) => [name, text(form, name)]).filter(([, value]) => value !== ''),
  )
}

/** Of a mutation of one line the amount can be changed; its VAT follows its code. */
function lineOf(books: Administration, number: number, form: URLSearchParams): Partial<NewMutation> {
  const line = books.mutations.find((each) => each.number === number)?.lines[0]
  if (!line || text(form, 'amount') === '') return {}
  const ledgerAccount = books.ledger.find(({ id }) => id === line.accountId)?.code ?? ''
  const { costCenterId, vatCode, vatPercentage } = line
  const amountExcl = amountFrom(form, 'mutation_invalid')
  return { lines: [{ amountExcl, ledgerAccount, vatCode, vatPercentage, costCenterId }] }
}

function dayOf(form: URLSearchParams): { date?: string } {
  const date = text(form, 'date')
  return date === '' ? {} : { date }
}

/** As people type it: '1.210,50', '121', '-50,00'. @throws SandboxError */
function amountFrom(form: URLSearchParams, code: 'mutation_invalid' | 'payment_invalid'): string {
  const typed = text(form, 'amount').replaceAll('−', '-')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(typed)) throw new SandboxError(code, 'amount')
  return typed.replaceAll('.', '').replace(',', '.')
}

function text(form: URLSearchParams, name: string): string {
  return form.get(name)?.trim() ?? ''
}

function personAt({ store, clock, url }: Parts, books: Administration): Bookkeeper {
  return bookkeeperOf({ store, clock, url }, books)
}
