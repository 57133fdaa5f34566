import { sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchable, searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type CustomerRow, customerColumns, customerOf, type StoredCustomer } from './customer-row.ts'
import { figuresIn } from './searched-in.ts'

export async function findCustomer(tx: Transaction<DB>, id: string): Promise<StoredCustomer | undefined> {
  const row = await tx.selectFrom('customers').select(customerColumns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : customerOf(row)
}

export interface CustomerListRequest extends PageRequest {
  /**
   * Words in any order, or a number however it is written; looks in the names, towns and e-mail addresses of the
   * customer and its contacts, and in its numbers.
   */
  readonly search?: string | undefined
  /** Those that were archived instead of those that were not. Default false. */
  readonly archived?: boolean | undefined
}

/**
 * The customers in order of name, accents and case aside; of those that are searched for first those whose name begins
 * like that. What went up in another customer is in no list.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listCustomers(
  tx: Transaction<DB>,
  request: CustomerListRequest = {},
): Promise<Page<StoredCustomer>> {
  const size = pageSize(request)
  const after = request.cursor === undefined ? null : placeIn(request.cursor)
  const search = (request.search ?? '').trim()
  if (search === '') {
    return pageOf(await all(tx, request, after, size + 1), size, placeOf, customerOf)
  }
  const named = await found(tx, request, after, size + 1)
  const page = pageOf(named, size, placeOf, customerOf)
  const coded = await withRelationCode(tx, search, request.archived ?? false)
  const others = page.items.filter(({ id }) => coded.every((it) => it.id !== id))
  return { ...page, items: after === null ? [...coded.map(customerOf), ...others] : others }
}

function placeOf(row: Row): string[] {
  return [String(row.rank), row.sort_name, row.id]
}

/** The customer whose relation in the books has this code, whatever its name is; it stands before all others. */
function withRelationCode(tx: Transaction<DB>, code: string, archived: boolean) {
  return tx
    .selectFrom('customers')
    .select(customerColumns)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .where('merged_into', 'is', null)
    .where(
      sql<boolean>`exists (select from relations where relations.organization_id = customers.organization_id
        and relations.customer_id = customers.id and relations.code = any(${[code, code.toUpperCase()]}))`,
    )
    .limit(1)
    .execute()
}

type Row = CustomerRow & { readonly rank: number; readonly sort_name: string }
type Place = { readonly rank: number; readonly name: string; readonly id: string }

function placeIn(cursor: string): Place {
  const [rank, name, id] = decodeCursor(cursor, [cursorParts.rank, cursorParts.text, cursorParts.uuid])
  return { rank: Number(rank), name, id }
}

async function all(
  tx: Transaction<DB>,
  { archived = false }: CustomerListRequest,
  after: Place | null,
  wanted: number,
): Promise<Row[]> {
  let query = tx
    .selectFrom('customers')
    .select([...customerColumns, 'sort_name', sql<number>`0`.as('rank')])
    .where('archived_at', archived ? 'is not' : 'is', null)
    .where('merged_into', 'is', null)
  if (after !== null) query = query.where(sql<boolean>`(sort_name, id) > (${after.name}, ${after.id}::uuid)`)
  return query.orderBy('sort_name').orderBy('id').limit(wanted).execute()
}

/** Those that are searched for, as many as are wanted, those first whose name begins like that. */
export async function found(
  tx: Transaction<DB>,
  { archived = false, search = '' }: CustomerListRequest,
  after: Place | null,
  wanted: number,
): Promise<Row[]> {
  const patterns = searchPatterns(search)
  // Spaces of elsewhere and the like alone are no words, and ask for nothing.
  if (patterns.length === 0) return all(tx, { archived }, after, wanted)
  const figures = figuresIn(search)
  const beginning = `${searchable(search.replaceAll('\0', ' ').trim()).replaceAll(/[\\%_]/g, '\\$&')}%`
  const ranked = sql<{ found_id: string; found_rank: number; found_name: string }>`customers_found(
    ${patterns}::text[], ${beginning}, ${figures === null ? null : `%${figures}%`}, ${archived},
    ${after?.rank ?? null}::integer, ${after?.name ?? null}, ${after?.id ?? null}::uuid, ${wanted}::integer)`
  return tx
    .selectFrom(ranked.as('found'))
    .innerJoin('customers', 'customers.id', 'found.found_id')
    .select([...customerColumns.map((column) => `customers.${column}` as const), 'customers.sort_name'])
    .select('found.found_rank as rank')
    .orderBy('found.found_rank')
    .orderBy('customers.sort_name')
    .orderBy('customers.id')
    .limit(wanted)
    .execute()
}
