import {
  adopt,
  exclude,
  type OverrideRefusal,
  overrideOf,
  readMutationFor,
  type UndoRefusal,
  undo,
} from '@stella/bookkeeping'
import { announceActivities, inOrganization, type Transaction } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import { presentOverride, presentRead } from './present.ts'

/** «Al geboekt» and «niet boeken»: what a person who knows better says of the booking of an invoice. */
export function overrideRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/invoices/:id/override', contract.getOverride, async (request) =>
    inOwn(request, (tx) => present(tx, request.params.id)),
  )

  app.post('/api/invoices/:id/override/readings', contract.readMutation, async (request) => {
    const { clock, wake } = bookkeeping
    const asked = {
      organizationId: organizationOf(request).id,
      invoiceId: request.params.id,
      mutationNumber: request.body.mutationNumber,
    }
    const read = await readMutationFor({ database: databases.app, clock, wake }, asked)
    switch (read.outcome) {
      case 'not_found':
      case 'not_final':
      case 'not_connected':
      case 'not_overridable':
        throw new ApiError(read.outcome)
      default:
        return presentRead(read, languageOf(request))
    }
  })

  app.put('/api/invoices/:id/override', contract.overrideBooking, async (request) => {
    const { body } = request
    return decided(request, (tx, said) =>
      body.kind === 'adopted'
        ? adopt(tx, { ...said, readingId: body.readingId })
        : exclude(tx, { ...said, reason: body.reason }),
    )
  })

  app.delete('/api/invoices/:id/override', contract.undoOverride, async (request) => decided(request, undo))

  type Said = { invoiceId: string; by: string; now: Date }

  async function decided(
    request: FastifyRequest<{ Params: { id: string } }>,
    decide: (tx: Transaction, said: Said) => Promise<OverrideRefusal | UndoRefusal | null>,
  ) {
    const { id } = request.params
    const answer = await inOwn(request, async (tx) => {
      const refusal = await decide(tx, { invoiceId: id, by: nameOfCaller(request) ?? 'API', now: now() })
      if (refusal !== null) throw new ApiError(refusal === 'not_overridden' ? 'not_overridable' : refusal)
      return present(tx, id)
    })
    void announceActivities(databases.app, organizationOf(request).id)
    bookkeeping.wake()
    return answer
  }
}

/** @throws ApiError `not_found`, `not_final` */
async function present(tx: Transaction, invoiceId: string) {
  const view = await overrideOf(tx, invoiceId)
  if (typeof view === 'string') throw new ApiError(view)
  return presentOverride(view)
}
