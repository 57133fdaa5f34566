import type { Client, Relation } from '@stella/e-boekhouden'
import type { OpenBooks } from '../connections/examine-codes.ts'
import type { Books, KnownRelation, RelationDetails, Said } from '../ports/books.ts'
import { failureOf } from './failure-of.ts'
import { type Clients, clientsFor, type ServiceOptions } from './open-clients.ts'
import { mutationBooked, openItemFound } from './reading-shapes.ts'
import { mutationFound, mutationToSend, relationToAdd, relationToUpdate } from './wire-shapes.ts'

/** The way to e-Boekhouden.nl at this address, or at its own when none is given. */
export function eBoekhoudenAt(url?: string, options?: ServiceOptions): OpenBooks {
  return (codes) => booksOver(clientsFor(codes, url, options))
}

function booksOver({ gathered, open, openForLists }: Clients): Books {
  const client = open()
  let hasSession = false
  const say = async <T>(call: () => Promise<T>): Promise<Said<T>> => {
    gathered.length = 0
    try {
      const value = await call()
      hasSession = true
      return { ok: true, value, exchanges: [...gathered] }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'session' || failure.kind === 'credentials') hasSession = false
      return { ok: false, failure, exchanges: [...gathered] }
    }
  }
  return {
    open: async (signal) => {
      // A session that ended since is opened anew by the call itself.
      if (hasSession) return { ok: true, value: null, exchanges: [] }
      return say(async () => {
        await client.openSession({ signal })
        return null
      })
    },
    administrations: (signal) =>
      say(async () => {
        const administrations = await client.getAdministrations({ signal })
        return administrations.map(({ company, guid }) => ({ name: company.trim(), guid }))
      }),
    ledgerAccounts: (signal) =>
      say(async () => {
        const accounts = await client.getLedgerAccounts({}, { signal })
        return accounts.map(({ code, description, category }) => ({ code, name: description, category }))
      }),
    addRelation: (code, content, signal) =>
      say(() => client.addRelation(relationToAdd(code, content), { signal })),
    findRelations: (known, signal) => say(() => relationsKnownAs(client, known, signal)),
    allRelations: (signal) =>
      say(async () => {
        const large = openForLists()
        try {
          return (await large.getRelations({}, { signal })).map(detailsOf)
        } finally {
          await large.close()
        }
      }),
    changeRelation: async (known, changes, signal) => {
      const said = await say(async () => {
        const [existing] = await relationsKnownAs(client, known, signal)
        if (existing !== undefined)
          await client.updateRelation(relationToUpdate(existing, changes), { signal })
        return existing
      })
      if (!said.ok) return said
      const { exchanges, value } = said
      if (value === undefined) return { ok: false, failure: { kind: 'not_found' }, exchanges }
      return { ok: true, value: { id: value.id, code: value.code }, exchanges }
    },
    addMutation: (mutation, signal) => say(() => client.addMutation(mutationToSend(mutation), { signal })),
    findMutations: (invoiceNumber, signal) =>
      say(async () => {
        const found = await client.getMutations({ invoiceNumber }, { signal })
        return found.filter((it) => it.invoiceNumber === invoiceNumber).map(mutationFound)
      }),
    findMutationsNumbered: (numberFrom, numberTo, signal) =>
      say(async () => (await client.getMutations({ numberFrom, numberTo }, { signal })).map(mutationFound)),
    findMutationsSince: (dateFrom, signal) =>
      say(async () => (await client.getMutations({ dateFrom }, { signal })).map(mutationFound)),
    openItems: (signal) =>
      say(async () => (await client.getOpenItems('debtors', { signal })).map(openItemFound)),
    readMutations: ({ from, to, dateFrom, dateTo }, signal) =>
      say(async () => {
        const filter = { numberFrom: from, numberTo: to, dateFrom, dateTo }
        return (await client.getMutations(filter, { signal })).map(mutationBooked)
      }),
    close: () => client.close(),
  }
}

function detailsOf(relation: Relation): RelationDetails {
  const { address, city, code, email, id, kvkNumber, name, postalCode, vatNumber } = relation
  return { id, code, name, address, postalCode, city, email, kvkNumber, vatNumber }
}

async function relationsKnownAs(client: Client, { code, id }: KnownRelation, signal: AbortSignal) {
  if (id !== null) {
    const found = await client.getRelations({ id }, { signal })
    const own = found.filter((relation) => relation.id === id)
    if (own.length > 0) return own
  }
  const found = await client.getRelations({ code }, { signal })
  return found.filter((relation) => relation.code === code)
}
