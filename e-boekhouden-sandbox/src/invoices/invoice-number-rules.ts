import type { Administration, LedgerAccount, MutationKind, Relation } from '../books/administration.ts'
import { comparable } from '../books/indexes.ts'
import { indexOf } from '../books/world.ts'
import { refusal } from '../operations/refusal.ts'
import type { Service } from '../operations/service.ts'
import type { ValueOf } from '../protocol/values.ts'

/** What other mutations say of the number: what is paid was invoiced, what is invoiced was not yet.
 * @throws Refusal CMUT018, CMUT019, CMUT023 to CMUT026 */
export function checkNumber(
  service: Service,
  books: Administration,
  oMut: ValueOf<'cMutatie'>,
  relation: Relation | undefined,
  kind: MutationKind,
  counters: readonly LedgerAccount[],
): void {
  if (kind !== 'Memoriaal')
    for (const side of sidesOf(counters)) checkPayment(service, books, oMut, relation, side)
  if (kind === 'FactuurVerstuurd' || kind === 'FactuurOntvangen')
    checkNumberFree(service, books, oMut, relation, kind)
}

/** Each side a mutation has lines on: on both, both must have such an invoice. */
function sidesOf(counters: readonly LedgerAccount[]): ('DEB' | 'CRED')[] {
  return (['DEB', 'CRED'] as const).filter((side) => counters.some(({ category }) => category === side))
}

/** A payment pays an invoice of that relation that is in the books. */
function checkPayment(
  service: Service,
  books: Administration,
  oMut: ValueOf<'cMutatie'>,
  relation: Relation | undefined,
  side: 'DEB' | 'CRED',
): void {
  if (oMut.Factuurnummer.trim() === '') throw refusal('CMUT023')
  if (oMut.RelatieCode.trim() === '') throw refusal('CMUT024')
  if (!relation) throw refusal('CMUT025')
  const kind: MutationKind = side === 'DEB' ? 'FactuurVerstuurd' : 'FactuurOntvangen'
  const invoiced = sameNumber(service, books, oMut.Factuurnummer).some(
    (mutation) => mutation.kind === kind && mutation.relationId === relation.id,
  )
  if (!invoiced) throw refusal('CMUT026')
}

function checkNumberFree(
  service: Service,
  books: Administration,
  oMut: ValueOf<'cMutatie'>,
  relation: Relation | undefined,
  kind: 'FactuurVerstuurd' | 'FactuurOntvangen',
): void {
  if (service.store.world.settings.duplicateInvoiceNumbers === 'accepted') return
  const asked = { kind, number: oMut.Factuurnummer, relationId: relation?.id ?? null } as const
  if (numberTaken(service, books, asked)) throw refusal(kind === 'FactuurVerstuurd' ? 'CMUT019' : 'CMUT018')
}

/** A sales invoice's number is its own in all the books, a purchase invoice's with its supplier. */
export function numberTaken(
  service: Service,
  books: Administration,
  asked: { kind: 'FactuurVerstuurd' | 'FactuurOntvangen'; number: string; relationId: number | null },
): boolean {
  return sameNumber(service, books, asked.number).some(
    ({ kind, relationId }) =>
      kind === asked.kind && (kind === 'FactuurVerstuurd' || relationId === asked.relationId),
  )
}

function sameNumber(service: Service, books: Administration, invoiceNumber: string) {
  const { mutationsByInvoiceNumber } = indexOf(service.store.world, books.guid)
  return mutationsByInvoiceNumber.get(comparable(invoiceNumber)) ?? []
}
