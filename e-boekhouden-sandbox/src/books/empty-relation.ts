import { emptyScalar } from '../protocol/scalars.ts'
import { complexTypes } from '../protocol/types.ts'
import { fieldType } from '../protocol/values.ts'
import type { Relation } from './administration.ts'

/** A relation of which nothing is filled in, as the service gives it. */
export const emptyRelation = Object.fromEntries(
  Object.entries(complexTypes.cRelatie).map(([field, notation]) => [
    field,
    emptyScalar(fieldType(notation).name),
  ]),
) as Relation['fields']
