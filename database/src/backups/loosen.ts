import type pg from 'pg'

/**
 * Takes from all tables, for this transaction, what keeps rows from coming in in any order and from one hand: the
 * references between them, triggers, and row-level security of the owner.
 *
 * @returns puts all of it back as it was; references are checked then
 */
export async function loosen(client: pg.ClientBase): Promise<() => Promise<void>> {
  const references = await listed(
    client,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as loose,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as tight
     from pg_constraint
     where contype = 'f' and connamespace in ('public'::regnamespace, 'accounts'::regnamespace)
     order by conrelid::regclass::text, conname`,
  )
  const triggers = await listed(
    client,
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as loose,
       format('alter table %s %s trigger %I', tgrelid::regclass,
         case tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end, tgname) as tight
     from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and tgenabled <> 'D'
       and relnamespace in ('public'::regnamespace, 'accounts'::regnamespace)
     order by tgrelid::regclass::text, tgname`,
  )
  const all = [...references, ...triggers]
  for (const { loose } of all) await client.query(loose)
  const hideRows = await seeAllRows(client)
  return async () => {
    for (const { tight } of all) await client.query(tight)
    await hideRows()
  }
}

/**
 * Lets the owner of the tables read and change the rows of all organizations, in this transaction.
 *
 * @returns hides them again
 */
export async function seeAllRows(client: pg.ClientBase): Promise<() => Promise<void>> {
  const security = await listed(
    client,
    `select format('alter table %s no force row level security', oid::regclass) as loose,
       format('alter table %s force row level security', oid::regclass) as tight
     from pg_class
     where relforcerowsecurity and relnamespace in ('public'::regnamespace, 'accounts'::regnamespace)
     order by oid::regclass::text`,
  )
  for (const { loose } of security) await client.query(loose)
  return async () => {
    for (const { tight } of security) await client.query(tight)
  }
}

async function listed(client: pg.ClientBase, query: string): Promise<{ loose: string; tight: string }[]> {
  return (await client.query<{ loose: string; tight: string }>(query)).rows
}
