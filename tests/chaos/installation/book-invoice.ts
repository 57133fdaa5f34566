import { type Clock, planBooking, planRelation } from '@stella/bookkeeping'
import { type Database, finalizeInvoice, inOrganization, saveCustomer, saveDraft } from '@stella/database'
import { customerContent, invoiceContent } from '@stella/database/testing'
import { parseQuantity, parseUnitPrice } from '@stella/invoicing'
import type { Snare } from './trap.ts'

/** An invoice to be, as plain values. */
export type NewInvoice = {
  readonly organizationId: string
  /** The customer's id, or the name of a new one. */
  readonly customer: { readonly id: string } | { readonly name: string }
  readonly pricesIncludeVat: boolean
  readonly lines: readonly {
    readonly quantity: string
    readonly unitPrice: string
    readonly vatTreatment: 'high' | 'low' | 'zero'
  }[]
}

export type Booked = { readonly invoiceId: string; readonly number: string; readonly customerId: string }

/** Where invoices are made: the web's part of a process. */
export type Office = {
  readonly database: Database
  readonly clock: Clock
  readonly snare: Snare
  readonly wake: () => void
}

/** Saves an invoice and makes it final, in the transactions and with the wake-ups that the API has for them. */
export async function bookInvoice(office: Office, invoice: NewInvoice): Promise<Booked> {
  return finalizeDraft(office, invoice.organizationId, await draftInvoice(office, invoice))
}

/** Saves an invoice as a draft; its id. */
export async function draftInvoice(office: Office, invoice: NewInvoice): Promise<string> {
  const { clock, database, wake } = office
  const { customer, organizationId } = invoice
  const draft = await inOrganization(database, organizationId, async (tx) => {
    const customerId =
      'id' in customer ? customer.id : (await saveCustomer(tx, customerContent({ name: customer.name }))).id
    const saved = await saveDraft(tx, invoiceContent(customerId, contentOf(invoice)))
    await planRelation(tx, { customerId, now: new Date(clock.now()) })
    return saved
  })
  wake()
  return draft.id
}

export async function finalizeDraft(
  { clock, database, snare, wake }: Office,
  organizationId: string,
  invoiceId: string,
): Promise<Booked> {
  const final = await inOrganization(database, organizationId, async (tx) => {
    const now = new Date(clock.now())
    const made = await finalizeInvoice(tx, { invoiceId, at: now })
    const planned = await planBooking(tx, { invoice: made, now })
    if (planned !== 'planned') throw new Error(`the booking was not planned: ${planned}`)
    snare.pass('office: before commit')
    return made
  })
  snare.pass('office: before wake')
  wake()
  return { invoiceId: final.id, number: final.number, customerId: final.customerId }
}

const rates = { high: '21', low: '9', zero: '0' } as const

function contentOf({ lines, pricesIncludeVat }: NewInvoice) {
  return {
    pricesIncludeVat,
    lines: lines.map(({ quantity, unitPrice, vatTreatment }, index) => ({
      description: `Regel ${index + 1}`,
      quantity: parseQuantity(quantity),
      unitPrice: parseUnitPrice(unitPrice),
      vatTreatment,
      vatRate: rates[vatTreatment],
    })),
  }
}
