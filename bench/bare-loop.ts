import type { PlannedMutation } from '@stella/bookkeeping'
import { type Client, createClient } from '@stella/e-boekhouden'
import { sql } from 'kysely'
import { mutationToSend } from '../bookkeeping/src/books/wire-shapes.ts'
import type { Office, Tenant } from './office.ts'

/** What the engine is measured against: the same calls with the same client, one after another, and nothing else. */
export class BareLoop {
  readonly #client: Client
  readonly #mutation: PlannedMutation
  readonly #mark: string
  #calls = 0

  private constructor(client: Client, mutation: PlannedMutation, mark: string) {
    this.#client = client
    this.#mutation = mutation
    this.#mark = mark
  }

  /** With a session open. It books what the tenant's first invoice was booked as, under numbers of its own. */
  static async open(office: Office, tenant: Tenant, mark: string): Promise<BareLoop> {
    const { username, code1, code2 } = tenant.access
    const client = createClient({
      url: office.soapUrl,
      credentials: { username, securityCode1: code1, securityCode2: code2 },
    })
    await client.openSession()
    const { rows } = await sql<{ mutation: PlannedMutation }>`
      select mutation from bookings where organization_id = ${tenant.organizationId}
      order by ordinal limit 1`.execute(office.owner.kysely)
    const [first] = rows
    if (first === undefined) throw new Error('the tenant has no booking')
    return new BareLoop(client, first.mutation, mark)
  }

  /** Makes one call; how many milliseconds it took. */
  async call(): Promise<number> {
    this.#calls += 1
    const invoiceNumber = `${this.#mark}-${this.#calls}`
    const startedAt = performance.now()
    await this.#client.addMutation(mutationToSend({ ...this.#mutation, invoiceNumber }))
    return performance.now() - startedAt
  }

  close(): Promise<void> {
    return this.#client.close()
  }
}
