import type { Administration } from '../books/administration.ts'
import { Refusal } from '../operations/refusal.ts'
import { noConditions } from '../operations/service.ts'
import type { Parts } from '../parts.ts'
import type { OperationName } from '../protocol/operations.ts'
import { openSession } from '../sessions/sessions.ts'
import { contentTypes } from '../soap/envelope.ts'
import { exchange, noteReply } from '../soap/exchange.ts'
import { fill } from '../soap/samples.ts'
import type { Action } from './actions.ts'
import { places } from './places.ts'

/** Sends what stands in the form of an operation, as if it had come over the wire, and shows it in the journal. */
export function callAction(operation: OperationName): Action {
  return async (parts, form) => {
    const startedAt = performance.now()
    const { world } = parts.store
    const books = world.administrations.get(form.get('administration') ?? '') ?? parts.store.first()
    const { username: Username, code1: SecurityCode1, code2: SecurityCode2 } = books
    const text = fill(form.get('request') ?? '', {
      ...{ Username, SecurityCode1, SecurityCode2, Guid: books.clients[0] ?? books.guid },
      RelationID: String(books.relations.find(({ removed }) => !removed)?.id ?? 0),
      SessionID: operation.startsWith('OpenSession') ? '' : sessionFor(parts, books),
    })
    const { ending, entry } = await exchange(
      {
        service: parts,
        journal: parts.journal,
        hitsOn: parts.faults.hitsOn,
        wait: (milliseconds) => parts.clock.wait(milliseconds),
      },
      { version: '1.1', contentType: contentTypes['1.1'], action: '', body: Buffer.from(text) },
    )
    entry.durationMs = Math.round((performance.now() - startedAt) * 10) / 10
    if (ending.kind === 'answered') noteReply(entry, ending.reply, world)
    else entry.ending = ending.kind === 'reset' ? 'reset' : 'closed'
    return places.request(entry.number)
  }
}

/** None where the service would open none: the call then tells why not. */
function sessionFor(parts: Parts, books: Administration): string {
  const { username: Username, code1: SecurityCode1, code2: SecurityCode2 } = books
  const request = { Username, SecurityCode1, SecurityCode2, Source: 'formulier' }
  try {
    return openSession({ ...parts, conditions: noConditions }, request).SessionID
  } catch (error) {
    if (error instanceof Refusal) return ''
    throw error
  }
}
