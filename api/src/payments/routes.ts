import { requestPaymentReading, type SayRefusal, sayPaid, unsayPaid } from '@stella/bookkeeping'
import { announceActivities, inOrganization, type Transaction } from '@stella/database'
import { readPlainDate, todayInAmsterdam } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError } from '../http/domain-problems.ts'
import * as contract from './contract.ts'
import { presentPayment, whyNone } from './present.ts'

/** Payments of invoices: what the books say of them, and what a person says where there are none. */
export function paymentRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const present = (tx: Transaction, id: string) => presentPayment(tx, id, todayInAmsterdam(now()))

  app.get('/api/invoices/:id/payment', contract.getPayment, async (request) =>
    inOwn(request, (tx) => present(tx, request.params.id)),
  )

  app.put('/api/invoices/:id/payment', contract.sayPaid, async (request) => {
    const paidOn = readPlainDate(request.body.paidOn)
    if (paidOn === null || paidOn > todayInAmsterdam(now())) {
      throw new ApiError('invalid_fields', { fields: [fieldError({ path: 'paidOn', code: 'date_invalid' })] })
    }
    return changed(request, (tx, said) => sayPaid(tx, { ...said, paidOn }))
  })

  app.delete('/api/invoices/:id/payment', contract.unsayPaid, async (request) =>
    changed(request, (tx, said) => unsayPaid(tx, said)),
  )

  app.post('/api/payments/readings', contract.readPayments, async (request, reply) => {
    if (!(await inOwn(request, (tx) => requestPaymentReading(tx, now())))) throw new ApiError('not_connected')
    bookkeeping.wake()
    return reply.code(202).send()
  })

  type Said = { invoiceId: string; by: string; now: Date }

  async function changed(
    request: FastifyRequest<{ Params: { id: string } }>,
    change: (tx: Transaction, said: Said) => Promise<SayRefusal | null>,
  ) {
    const { id } = request.params
    const answer = await inOwn(request, async (tx) => {
      const refusal = await change(tx, { invoiceId: id, by: nameOfCaller(request) ?? 'API', now: now() })
      if (refusal === 'not_final') throw await whyNone(tx, id)
      if (refusal !== null) throw new ApiError(refusal)
      return present(tx, id)
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return answer
  }
}
