import {
  findCustomer,
  findLogo,
  findProfile,
  inOrganization,
  listVatRates,
  type Transaction,
} from '@stella/database'
import type { InvoiceDocument } from '@stella/documents'
import { type DraftInput, totalsOf, validateDraft } from '@stella/invoicing'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import { valid } from '../http/domain-problems.ts'
import * as contract from './contract.ts'
import { type DocumentContext, refuseWhenBusy } from './document-routes.ts'

/** What stands in a form, as its customer will see it. */
export function pagesRoutes(app: App, { databases, typesetting }: DocumentContext): void {
  app.post('/api/invoices/preview/pages', contract.previewInvoicePages, async (request) => {
    const { id } = organizationOf(request)
    const document = await inOrganization(databases.app, id, (tx) => documentOf(tx, request.body))
    return typesetting.renderInvoicePages(document, id).catch(refuseWhenBusy)
  })
}

/** @throws ApiError `invalid_fields` where it cannot be saved as it stands, or is for nobody yet */
async function documentOf(tx: Transaction, input: DraftInput): Promise<InvoiceDocument> {
  const customer = input.customerId ? await findCustomer(tx, input.customerId) : undefined
  if (customer === undefined)
    throw new ApiError('invalid_fields', { fields: [{ path: 'customerId', code: 'customer_unknown' }] })
  const paymentTermDays = input.paymentTermDays ?? customer.paymentTermDays
  const content = valid(validateDraft({ ...input, paymentTermDays }, await listVatRates(tx)))
  const organization = await findProfile(tx)
  return {
    customer,
    organization: { ...organization, logo: await findLogo(tx, organization.logoId) },
    invoice: { ...content, totals: totalsOf(content), state: 'draft', number: null },
  }
}
