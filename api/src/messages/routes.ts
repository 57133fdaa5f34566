import {
  announceActivities,
  attachmentsToSend,
  changeRecipient,
  deductionsOf,
  findInvoice,
  findLogo,
  findMessage,
  inOrganization,
  listMessages,
  openRecipientStates,
  recordActivity,
  requireRoomToSend,
  type StoredFinal,
  type StoredMessage,
  settleMessages,
  type Transaction,
} from '@stella/database'
import { fileNameOf, finalDocumentOf, writeInvoiceUbl } from '@stella/documents'
import { validateMessage } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { hasConfirmedEmail, nameOfCaller, organizationOf } from '../http/authorization.ts'
import { fieldError } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { fieldProblems } from '../http/problem-of.ts'
import { type DocumentContext, finalPdf, sendFile } from '../invoices/document-routes.ts'
import * as contract from './contract.ts'
import { asRead, presentMessage } from './present.ts'
import { delivers, mailSettingsRoutes } from './settings-routes.ts'
import { asFinal, linkOf, wishedOf, wishMessage } from './wish.ts'

/** Mails of invoices: what the customer would get, sending it, and what became of it. */
export function messageRoutes(app: App, context: DocumentContext): void {
  const { databases, mailing, now, pages } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.post('/api/invoices/:id/messages/preview', contract.previewMessage, async (request) =>
    inOwn(request, async (tx) => {
      const found = await invoiceOf(tx, request.params.id)
      const invoice = await asFinal(tx, found, now())
      const files = await attachmentsToSend(tx, found)
      const { input, deductions, ...sender } = await wishedOf(tx, invoice, request.body)
      const checked = validateMessage(input)
      const problems = checked.ok ? [] : checked.problems.map(fieldError)
      // A link that is still to be made has no address yet; that of one that is there would be of no use here.
      const link = (await linkOf(tx, invoice.id, context)) ?? `${context.addresses.publicUrl}/f/…`
      return {
        ...input,
        recipients: [...input.recipients],
        copyTo: input.copyTo ?? null,
        ...sender,
        ...(await asRead(invoice, { ...input, link, deductions, files, logo: await logoOf(tx, invoice) })),
        delivers: await delivers(tx, mailing),
        problems: fieldProblems(problems, languageOf(request)),
      }
    }),
  )

  app.post('/api/invoices/:id/messages', contract.sendMessage, async (request, reply) => {
    const organizationId = organizationOf(request).id
    const answer = await inOwn(request, async (tx) => {
      const invoice = await finalOf(tx, request.params.id)
      const wish = {
        organizationId,
        invoice,
        given: request.body,
        by: nameOfCaller(request),
        isConfirmed: hasConfirmedEmail(request),
        at: now(),
      }
      return present(await wishMessage(tx, context, wish), invoice, request)
    })
    mailing.wake()
    return reply.code(201).send(answer)
  })

  app.post('/api/invoices/:id/messages/settlement', contract.settleMessages, async (request, reply) => {
    await inOwn(request, async (tx) => {
      await invoiceOf(tx, request.params.id)
      await settleMessages(tx, request.params.id, now())
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return reply.code(204).send()
  })

  app.get('/api/messages', contract.listMessages, async (request) => {
    const { failing, ...page } = request.query
    return pages.read(
      { list: 'messages', owner: organizationOf(request).id },
      { ...page, failing: failing === 'true' },
      (query) => inOwn(request, (tx) => listMessages(tx, query)),
      ({ number, customer, ...message }) =>
        presentMessage(message, { number, customer }, languageOf(request)),
    )
  })

  app.get('/api/messages/:id', contract.getMessage, async (request) =>
    inOwn(request, async (tx) => {
      const { message, invoice } = await wholeOf(tx, request.params.id)
      const link = message.shareLinkId === null ? null : await linkOf(tx, invoice.id, context)
      const { senderName, replyTo } = message
      return {
        ...present(message, invoice, request),
        senderName,
        replyTo,
        ...(await asRead(invoice, {
          ...message,
          link,
          deductions: await deductionsIn(tx, message),
          files: await attachmentsToSend(tx, invoice),
          logo: await logoOf(tx, invoice),
        })),
      }
    }),
  )

  app.post('/api/messages/:id/retries', contract.retryMessage, async (request) => {
    const organizationId = organizationOf(request).id
    const answer = await inOwn(request, async (tx) => {
      const { message } = await wholeOf(tx, request.params.id)
      const { id: messageId, invoiceId } = message
      const at = now()
      let again = 0
      for (const { position } of message.recipients)
        if (await changeRecipient(tx, { messageId, position, event: 'again', at })) again += 1
      if (again === 0) throw new ApiError('not_retryable')
      await requireRoomToSend(tx, again, at)
      await settleMessages(tx, invoiceId, at)
      await mailing.queue(tx, { organizationId, messageId })
      return presentAgain(tx, messageId, request)
    })
    mailing.wake()
    void announceActivities(databases.app, organizationId)
    return answer
  })

  app.post('/api/messages/:id/returns', contract.returnMessage, async (request) => {
    const answer = await inOwn(request, async (tx) => {
      const { invoice, message } = await wholeOf(tx, request.params.id)
      const { position } = request.body
      const at = now()
      const step = { messageId: message.id, position, event: 'return', cause: 'returned', at } as const
      if (!(await changeRecipient(tx, step))) throw new ApiError('not_retryable')
      await recordActivity(tx, {
        kind: 'message_returned',
        subjectId: invoice.id,
        at,
        parameters: {
          number: invoice.number,
          customer: invoice.customer.name,
          address: message.recipients.find((it) => it.position === position)?.address ?? '',
          cause: 'returned',
          by: nameOfCaller(request),
        },
      })
      return presentAgain(tx, message.id, request)
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return answer
  })

  app.get('/api/messages/:id/pdf', contract.getMessagePdf, async (request, reply) => {
    const { invoice, message } = await inOwn(request, (tx) => wholeOf(tx, request.params.id))
    const document = finalDocumentOf(invoice, message.language)
    const pdf = await finalPdf(context, organizationOf(request).id, invoice, message.language)
    return sendFile(reply, 'application/pdf', fileNameOf(document, 'pdf'), pdf)
  })

  app.get('/api/messages/:id/ubl', contract.getMessageUbl, async (request, reply) => {
    const { invoice, message } = await inOwn(request, (tx) => wholeOf(tx, request.params.id))
    const document = finalDocumentOf(invoice, message.language)
    return sendFile(reply, 'application/xml', fileNameOf(document, 'xml'), writeInvoiceUbl(document))
  })

  mailSettingsRoutes(app, context)
}

async function invoiceOf(tx: Transaction, id: string) {
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new ApiError('not_found')
  return invoice
}

async function finalOf(tx: Transaction, id: string): Promise<StoredFinal> {
  const invoice = await invoiceOf(tx, id)
  if (invoice.state !== 'final') throw new ApiError('not_final')
  if (invoice.origin !== null) throw new ApiError('made_elsewhere')
  return invoice
}

async function wholeOf(
  tx: Transaction,
  id: string,
): Promise<{ message: StoredMessage; invoice: StoredFinal }> {
  const message = await findMessage(tx, id)
  if (message === undefined) throw new ApiError('not_found')
  return { message, invoice: await finalOf(tx, message.invoiceId) }
}

function logoOf(tx: Transaction, { sender }: StoredFinal) {
  return findLogo(tx, sender.logoId)
}

/** The credit notes and payments that a mail knows of: those of now while it still goes out, then of when it went. */
async function deductionsIn(tx: Transaction, { invoiceId, recipients }: StoredMessage) {
  const isGoing = recipients.some(({ state }) => openRecipientStates.some((it) => it === state))
  const lastChange = Math.max(...recipients.map(({ changedAt }) => changedAt.getTime()))
  return deductionsOf(tx, invoiceId, isGoing ? null : new Date(lastChange))
}

async function presentAgain(tx: Transaction, id: string, request: FastifyRequest) {
  const { invoice, message } = await wholeOf(tx, id)
  return present(message, invoice, request)
}

function present(message: StoredMessage, invoice: StoredFinal, request: FastifyRequest) {
  return presentMessage(
    message,
    { number: invoice.number, customer: invoice.customer.name },
    languageOf(request),
  )
}
