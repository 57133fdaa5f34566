import type { TestDatabase } from '@stella/database/testing'
import { type AdministrationAccess, type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { retryBooking } from '../../src/bookings/retry-booking.ts'
import { eBoekhoudenAt } from '../../src/books/e-boekhouden-books.ts'
import type { OpenBooks } from '../../src/connections/examine-codes.ts'
import type { Seal } from '../../src/encryption/seal.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { LinkedOrganization } from '../linked-organization.ts'
import type { Cell } from './cells.ts'

/** Short, so that nothing waits long; the quarantine is reckoned from when a call ended, however it did. */
const TIME_OUT_MS = 700

/** Two services, one that refuses duplicate numbers and one that does not, each with many administrations. */
export class Services {
  readonly #sandboxes: { readonly refused: Sandbox; readonly accepted: Sandbox }
  readonly #urls = new Map<string, string>()

  private constructor(sandboxes: { refused: Sandbox; accepted: Sandbox }) {
    this.#sandboxes = sandboxes
  }

  static async start(now: () => Date): Promise<Services> {
    const start = (duplicateInvoiceNumbers: 'refused' | 'accepted') =>
      startSandbox({ now, settings: { vatCheck: 'strict', duplicateInvoiceNumbers } })
    return new Services({ refused: await start('refused'), accepted: await start('accepted') })
  }

  sandboxOf({ duplicates }: Cell): Sandbox {
    return this.#sandboxes[duplicates]
  }

  administrationFor(cell: Cell): AdministrationAccess {
    const sandbox = this.sandboxOf(cell)
    const access = sandbox.addAdministration({ username: `cel-${this.#urls.size + 1}` })
    this.#urls.set(access.username, sandbox.soapUrl)
    return access
  }

  readonly openBooks: OpenBooks = (codes) =>
    eBoekhoudenAt(this.#urls.get(codes.username), { totalTimeoutMs: TIME_OUT_MS })(codes)

  async close(): Promise<void> {
    await Promise.all([this.#sandboxes.refused.close(), this.#sandboxes.accepted.close()])
  }
}

/** One cell: an organization with two final invoices, and its administration with the faults in it. */
export type CellOffice = {
  readonly cell: Cell
  readonly organization: LinkedOrganization
  readonly access: AdministrationAccess
  readonly invoices: readonly string[]
  rules: string[]
}

export async function openOffice(
  cell: Cell,
  parts: { db: TestDatabase; services: Services; clock: Clock; seal: Seal },
): Promise<CellOffice> {
  const { db, services, clock, seal } = parts
  const access = services.administrationFor(cell)
  const codes = codesOf(access)
  const organization = await LinkedOrganization.create(db, {
    clock,
    seal,
    openBooks: services.openBooks,
    codes,
  })
  const sandbox = services.sandboxOf(cell)
  const rules = cell.faults.map((rule) =>
    sandbox.faults.add({
      ...rule,
      // Before there is a session the service knows only the user name.
      administration: rule.operation === 'OpenSession' ? access.username : access.guid,
    }),
  )
  const invoices = [await organization.invoice(), await organization.invoice()]
  return { cell, organization, access, invoices, rules }
}

/** Mends what was wrong and offers the invoice again; new codes where the old ones are refused. */
export async function mend(office: CellOffice, services: Services, now: Date): Promise<void> {
  const { cell, organization } = office
  const sandbox = services.sandboxOf(cell)
  for (const rule of office.rules.splice(0)) sandbox.faults.remove(rule)
  const { bookings, connection } = await stateOf(office)
  if (connection === 'paused') {
    const access = sandbox.changePassword(office.access.guid)
    await organization.link(services.openBooks, codesOf(access))
  }
  if (cell.ends === 'conflict') return
  for (const { id, state } of bookings) {
    if (state !== 'rejected' && state !== 'conflict') continue
    await organization.within((tx) => retryBooking(tx, { bookingId: id, now, by: 'organization' }))
  }
}

export function stateOf({ organization }: CellOffice) {
  return organization.within(async (tx) => {
    const bookings = await tx.selectFrom('bookings').selectAll().orderBy('ordinal').execute()
    const { state } = await tx.selectFrom('connections').select('state').executeTakeFirstOrThrow()
    return { bookings, connection: state }
  })
}

function codesOf({ username, code1, code2 }: AdministrationAccess) {
  return { username, securityCode1: code1, securityCode2: code2 }
}
