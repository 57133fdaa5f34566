import type pg from 'pg'

/**
 * Where Stella keeps what must survive. Not the queue (`jobs`): what waits there to be sent may have been sent since,
 * so a restored installation begins with an empty one.
 */
const schemas = ['public', 'accounts']

/**
 * Tables that are not backed up: the history of migrations stands at the beginning of a backup; and who is signed in,
 * or may set a new password by a link, is not brought back to life with it.
 */
const leftOut = ['public.schema_migrations', 'accounts.session', 'accounts.verification']

export interface BackedUpTable {
  /** Quoted, with its schema. */
  readonly name: string
  /** Quoted, without those that the database reckons itself. */
  readonly columns: readonly string[]
  /** SQL that reckons how many bytes a row `t` of it has, without reading what is kept beside the table. */
  readonly size: string
}

/** All tables whose rows are backed up, by name. */
export async function backedUpTables(client: pg.ClientBase): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
       string_agg(format(
         case when a.atttypid in ('text'::regtype, 'bytea'::regtype) then 'coalesce(octet_length(t.%I), 0)'
           else 'coalesce(pg_column_size(t.%I), 0)' end, a.attname), ' + ') as size
     from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and n.nspname = any($1) and n.nspname || '.' || c.relname <> all($2)
     group by n.nspname, c.relname order by n.nspname, c.relname`,
    [schemas, leftOut],
  )
  return rows
}

/** The sequences of those schemas, quoted, by name. */
export async function backedUpSequences(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences
     where schemaname = any($1) order by 1`,
    [schemas],
  )
  return rows.map(({ name }) => name)
}
