import type { Administration, Relation } from '../books/administration.ts'
import { comparable } from '../books/indexes.ts'
import { indexOf, nextRelationId } from '../books/world.ts'
import { checkLengths, lengths } from '../operations/lengths.ts'
import { refusal } from '../operations/refusal.ts'
import { bound, enter, noError, readable, type Service } from '../operations/service.ts'
import type { RequestOf, ResultOf, ValueOf } from '../protocol/values.ts'
import { localTime } from '../time/amsterdam.ts'

export function addRelatie(service: Service, request: RequestOf<'AddRelatie'>): ResultOf<'AddRelatie'> {
  const { books } = enter(service, request)
  const fields = relationFields(request.oRel, lengths.relation)
  if (codeTaken(service, books, fields.Code, null)) throw refusal('CREL001')
  const id = nextRelationId(service.store.world)
  const at = service.clock.now().toISOString()
  const relation = { id, addedAt: at, ...addDateOf(request.oRel), fields }
  service.store.commit([{ kind: 'relation_saved', guid: books.guid, relation, at }])
  return { ErrorMsg: noError, Rel_ID: id }
}

/** Replaces the whole relation: a field that is not passed is emptied. A day cannot be: it stays. */
export function updateRelatie(
  service: Service,
  request: RequestOf<'UpdateRelatie'>,
): ResultOf<'UpdateRelatie'> {
  const { books } = enter(service, request)
  const known = indexOf(service.store.world, books.guid).relationsById.get(request.oRel?.ID ?? 0)
  if (!known || known.removed) throw refusal('CREL002')
  const fields = relationFields(request.oRel, { ...lengths.relation, ...lengths.relationUpdate })
  if (codeTaken(service, books, fields.Code, known.id)) throw refusal('CREL001')
  const at = service.clock.now().toISOString()
  const relation = { ...known, ...addDateOf(request.oRel), fields }
  service.store.commit([{ kind: 'relation_saved', guid: books.guid, relation, at }])
  return noError
}

export function getRelaties(service: Service, request: RequestOf<'GetRelaties'>): ResultOf<'GetRelaties'> {
  const { books } = enter(service, request)
  const { Trefwoord = '', Code = '', ID = 0 } = request.cFilter ?? {}
  const keyword = comparable(Trefwoord)
  const found = readable(service, books)
    .books.relations.filter((relation) => !relation.removed && (ID === 0 || relation.id === ID))
    .filter(({ fields }) => comparable(Code) === '' || comparable(fields.Code) === comparable(Code))
    .filter((relation) => keyword === '' || matches(relation, keyword))
  return { ErrorMsg: noError, Relaties: found.map(relationOnTheWire) }
}

/** @throws Refusal CREL003, CREL004, CREL005 @throws ServerFault for a text that is too long */
export function relationFields(
  oRel: ValueOf<'cRelatie'> | null,
  longest: Record<string, number>,
): Relation['fields'] {
  if (!oRel) throw refusal('CREL003')
  const { ID: _id, AddDatum: _added, ...fields } = oRel
  const BP = fields.BP.trim() === '' ? 'B' : fields.BP.trim().toUpperCase()
  if (fields.Code.trim() === '') throw refusal('CREL003')
  if (fields.Bedrijf.trim() === '') throw refusal('CREL004')
  if (BP !== 'B' && BP !== 'P') throw refusal('CREL005')
  checkLengths(fields, longest)
  return { ...fields, Code: fields.Code.trim(), BP, LA: fields.LA === '1' ? '1' : '0' }
}

/** Clients that have no day to send put the first one that .NET or their database knows. */
function addDateOf(oRel: ValueOf<'cRelatie'> | null): { addDate?: string } {
  const addDate = bound(oRel?.AddDatum ?? null)
  return addDate === null ? {} : { addDate: addDate.slice(0, 'YYYY-MM-DD'.length) }
}

function codeTaken(service: Service, books: Administration, code: string, by: number | null): boolean {
  const holder = indexOf(service.store.world, books.guid).relationsByCode.get(comparable(code))
  return holder !== undefined && holder.id !== by
}

/** What the keyword searches: code, company, city, contact, e-mail and kind. */
function matches({ fields }: Relation, keyword: string): boolean {
  const { Code, Bedrijf, Plaats, Contactpersoon, Email, BP } = fields
  return (
    [Code, Bedrijf, Plaats, Contactpersoon, Email].some((text) => text.toLowerCase().includes(keyword)) ||
    BP.toLowerCase() === keyword
  )
}

function relationOnTheWire({ id, addedAt, addDate, fields }: Relation): ValueOf<'cRelatie'> {
  return { ...fields, ID: id, AddDatum: addDate ?? localTime(new Date(addedAt)) }
}
