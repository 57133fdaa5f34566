import { type Client, createClient, type RedactedExchange, type Relation } from '@stella/e-boekhouden'
import type { OpenBooks } from '../connections/examine-codes.ts'
import type { Codes } from '../encryption/seal.ts'
import type { Books, Exchange, KnownRelation, RelationDetails, Said } from '../ports/books.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import { exchangeOf } from './exchange-of.ts'
import { failureOf } from './failure-of.ts'
import { mutationBooked, openItemFound } from './reading-shapes.ts'
import { mutationFound, mutationToSend, relationToAdd, relationToUpdate } from './wire-shapes.ts'

/** Name under which the service may show who called; at most 15 characters. */
const SOURCE = 'Stella'
const CONNECT_TIME_OUT_MS = 5_000
/**
 * All relations come in one answer, whatever their number: 43 elements and some 1.6 kB each, so this is room for 16,000,
 * where any other answer is bounded to what 500 mutations need.
 */
const ALL_RELATIONS = { maxAnswerElements: 700_000, maxAnswerBytes: 32 * 1_024 * 1_024 } as const

/**
 * The way to e-Boekhouden.nl at this address, or at its own when none is given.
 * @param options.onExchange hears of every call of every organization, for figures
 */
export function eBoekhoudenAt(
  url?: string,
  options?: { totalTimeoutMs?: number; onExchange?: ((exchange: Exchange) => void) | undefined },
): OpenBooks {
  return (codes: Codes) => {
    const exchanges: Exchange[] = []
    const common = {
      url,
      credentials: codes,
      source: SOURCE,
      connectTimeoutMs: CONNECT_TIME_OUT_MS,
      totalTimeoutMs: options?.totalTimeoutMs ?? TOTAL_TIME_OUT_MS,
      onExchange: (exchange: RedactedExchange) => {
        const told = exchangeOf(exchange)
        exchanges.push(told)
        options?.onExchange?.(told)
      },
    }
    return booksOver(createClient(common), exchanges, () => createClient({ ...common, ...ALL_RELATIONS }))
  }
}

/** One call is made at a time, so what gathers during a call belongs to it. */
function booksOver(client: Client, gathered: Exchange[], openLarge: () => Client): Books {
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
        const large = openLarge()
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
