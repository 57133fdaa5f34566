import {
  announceActivities,
  deductionsOf,
  findAttachment,
  findInvoice,
  findLogo,
  findShareLink,
  hashOfSecret,
  inOrganization,
  listAttachments,
  locateShareLink,
  noteShareLinkOpened,
  recordActivity,
  type ShareLink,
  type StoredFinal,
  type Transaction,
} from '@stella/database'
import {
  fileNameOf,
  finalDocumentOf,
  invoicePage,
  revokedPage,
  unknownPage,
  writeInvoiceUbl,
} from '@stella/documents'
import { stillToPay } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendAttachment } from '../attachments/routes.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf } from '../http/cookies.ts'
import { languageOf } from '../http/language.ts'
import { type DocumentContext, finalPdf, sendFile } from '../invoices/document-routes.ts'
import { Id } from '../openapi/values.ts'
import { sendPicture } from '../organizations/logo-routes.ts'

type Opened = { readonly organizationId: string; readonly link: ShareLink; readonly invoice: StoredFinal }

/** Requests a minute from one address: a person opens a page and two files; guessing 256 bits is hopeless anyway. */
const opensPerMinute = 120
const options = {
  schema: { hide: true },
  exposeHeadRoute: false,
  config: { rateLimit: { max: opensPerMinute, timeWindow: '1 minute', allowList: [] } },
}

/** What a customer sees behind a link: not part of the API, without signing in, without a cookie. */
export function customerPageRoutes(app: App, context: DocumentContext): void {
  const { databases, now } = context
  const open = async (secret: string): Promise<Opened> => {
    const found = await locateShareLink(databases.app, hashOfSecret(secret))
    if (found === null) throw new ApiError('not_found')
    const { organizationId, id } = found
    return inOrganization(databases.app, organizationId, async (tx) => {
      const link = await findShareLink(tx, id)
      const invoice = link && (await findInvoice(tx, link.invoiceId))
      if (link === null || invoice?.state !== 'final') throw new ApiError('not_found')
      return { organizationId, link, invoice }
    })
  }

  /** The first time somebody opened it who is not signed in here: the sender who tries it is no customer. */
  const noteOpened = async (request: FastifyRequest, { invoice, link, organizationId }: Opened) => {
    if (link.firstOpenedAt !== null || cookieOf(request, sessionCookie) !== null) return
    const at = now()
    await inOrganization(databases.app, organizationId, async (tx: Transaction) => {
      if (!(await noteShareLinkOpened(tx, link.id, at))) return
      await recordActivity(tx, {
        kind: 'share_link_opened',
        subjectId: invoice.id,
        at,
        parameters: { number: invoice.number, customer: invoice.customer.name },
      })
    })
    void announceActivities(databases.app, organizationId)
  }

  app.get('/f/:secret', options, async (request, reply) => {
    const { secret } = request.params as { secret: string }
    const opened = await open(secret).catch(nullWhereUnknown)
    if (opened === null) return sendPage(reply.code(404), unknownPage(languageOf(request)))
    if (opened.link.revokedAt !== null)
      return sendPage(reply.code(410), revokedPage(opened.invoice.sender, opened.link.language))
    await noteOpened(request, opened)
    return sendPage(reply, await pageOf(opened, secret))
  })

  const pageOf = async ({ invoice, link, organizationId }: Opened, secret: string): Promise<string> => {
    const { creditNotes, files, paid } = await inOrganization(databases.app, organizationId, async (tx) => ({
      ...(await deductionsOf(tx, invoice.id)),
      files: await listAttachments(tx, invoice.id),
    }))
    return invoicePage({
      document: finalDocumentOf(invoice, link.language),
      credits: creditNotes,
      paid,
      open: stillToPay(invoice, creditNotes, paid),
      addresses: {
        pdf: `/f/${secret}/pdf`,
        ubl: `/f/${secret}/ubl`,
        attachments: files.map(({ id, name }) => ({ name, address: `/f/${secret}/bijlagen/${id}` })),
        logo: invoice.sender.logoId ? `/f/${secret}/logo` : null,
        script: '/f/kopieer.js',
      },
    })
  }

  const logoOf = ({ invoice, organizationId }: Opened) =>
    inOrganization(databases.app, organizationId, (tx) => findLogo(tx, invoice.sender.logoId))

  app.get('/f/:secret/logo', options, async (request, reply) => {
    const logo = await logoOf(await openInUse(open, request))
    if (logo === null) throw new ApiError('not_found')
    return sendPicture(unseen(reply), logo)
  })

  app.get('/f/:secret/pdf', options, async (request, reply) => {
    const opened = await openInUse(open, request)
    const { invoice, link, organizationId } = opened
    const document = finalDocumentOf(invoice, link.language)
    const pdf = await finalPdf(context, organizationId, invoice, link.language)
    return sendFile(unseen(reply), 'application/pdf', fileNameOf(document, 'pdf'), pdf)
  })

  app.get('/f/:secret/ubl', options, async (request, reply) => {
    const opened = await openInUse(open, request)
    const document = finalDocumentOf(opened.invoice, opened.link.language)
    return sendFile(unseen(reply), 'application/xml', fileNameOf(document, 'xml'), writeInvoiceUbl(document))
  })

  app.get('/f/:secret/bijlagen/:id', options, async (request, reply) => {
    const { invoice, organizationId } = await openInUse(open, request)
    const { id } = request.params as { id: string }
    if (!Id.safeParse(id).success) throw new ApiError('not_found')
    const file = await inOrganization(databases.app, organizationId, (tx) =>
      findAttachment(tx, id, invoice.id),
    )
    return sendAttachment(unseen(reply), file)
  })

  app.get('/f/kopieer.js', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .serializer((body: unknown) => body as string)
      .send(copyScript),
  )
}

/** A person reads a page, where a program would read a refusal. */
function nullWhereUnknown(error: unknown): null {
  if (error instanceof ApiError && error.code === 'not_found') return null
  throw error
}

async function openInUse(
  open: (secret: string) => Promise<Opened>,
  request: FastifyRequest,
): Promise<Opened> {
  const { secret } = request.params as { secret: string }
  const opened = await open(secret)
  if (opened.link.revokedAt !== null) throw new ApiError('not_found')
  return opened
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return unseen(reply)
    .type('text/html; charset=utf-8')
    .serializer((body: unknown) => body as string)
    .send(html)
}

/** Its address is its key: no cache keeps it, no search engine lists it, and no other place hears of it. */
function unseen(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
}

/** Shows the buttons that copy, and says what was copied. */
const copyScript = `document.documentElement.classList.add('can-copy')
for (const button of document.querySelectorAll('[data-copy]'))
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    document.querySelector('[role=status]').textContent = button.dataset.said
  })
`
