import type { Administration, Relation } from '../books/administration.ts'
import { emptyRelation } from '../books/empty-relation.ts'
import { comparable } from '../books/indexes.ts'
import { indexOf, nextRelationId } from '../books/world.ts'
import { SandboxError } from '../errors.ts'
import type { NewRelation, RelationChange } from '../handle/bookkeeper.ts'
import { newRelation, relationChange } from '../inputs/bookkeeper.ts'
import { check } from '../inputs/check.ts'
import { lengths } from '../operations/lengths.ts'
import type { Service } from '../operations/service.ts'
import { relationFields } from '../relations/relations.ts'
import { byTheRules } from './by-the-rules.ts'

/** @returns its id @throws SandboxError relation_invalid */
export function addRelation(service: Service, books: Administration, given: NewRelation): number {
  const { code, name, fields } = check(newRelation, given, 'relation_invalid')
  const relation: Relation = {
    id: nextRelationId(service.store.world),
    addedAt: service.clock.now().toISOString(),
    fields: checked({ ...emptyRelation, ...fields, Code: code, Bedrijf: name }),
  }
  save(service, books, relation)
  return relation.id
}

/** @throws SandboxError relation_unknown, relation_invalid */
export function changeRelation(
  service: Service,
  books: Administration,
  id: number,
  change: RelationChange,
): void {
  const known = findRelation(service, books, id)
  const { code, name, fields } = check(relationChange, change, 'relation_invalid')
  const { Code, Bedrijf } = known.fields
  const merged = { ...known.fields, ...fields, Code: code ?? Code, Bedrijf: name ?? Bedrijf }
  save(service, books, { ...known, fields: checked(merged) })
}

/** Its mutations stay, and go on naming it. @throws SandboxError relation_unknown */
export function removeRelation(service: Service, books: Administration, id: number): void {
  findRelation(service, books, id)
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'relation_removed', guid: books.guid, relationId: id, at }])
}

function findRelation(service: Service, books: Administration, id: number): Relation {
  const found = indexOf(service.store.world, books.guid).relationsById.get(id)
  if (!found || found.removed) throw new SandboxError('relation_unknown', String(id))
  return found
}

function checked(fields: Relation['fields']): Relation['fields'] {
  const oRel = { ...fields, ID: 0, AddDatum: null }
  return byTheRules('relation_invalid', () => relationFields(oRel, lengths.relation))
}

function save(service: Service, books: Administration, relation: Relation): void {
  const { relationsByCode } = indexOf(service.store.world, books.guid)
  const holder = relationsByCode.get(comparable(relation.fields.Code))
  if (holder && holder.id !== relation.id)
    throw new SandboxError('relation_invalid', 'code: another relation has it')
  const at = service.clock.now().toISOString()
  service.store.commit([{ kind: 'relation_saved', guid: books.guid, relation, at }])
}
