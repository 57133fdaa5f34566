import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/**
 * Who may what, of all that is ours, as the database itself says it: for each role that is not the owner its rights by
 * object, as in `{ stella_app: { 'invoices': 'delete insert select', 'accounts.organization': 'select(id, name)' } }`.
 */
export async function grantsIn(owner: Database): Promise<Record<string, Record<string, string>>> {
  const { rows } = await sql<{ role: string; object: string; rights: string }>`
    with grants as (
      select acl.grantee, acl.privilege_type, acl.is_grantable, object, columns
      from (${allObjects}) as objects (acl, owner, object, columns), aclexplode(acl) as acl
      where acl.grantee <> owner
    ), by_right as (
      select grantee, object, columns is not null as by_column,
        lower(privilege_type) || case when is_grantable then ' with grant option' else '' end
          || coalesce('(' || string_agg(columns, ', ' order by columns) || ')', '') as privilege
      from grants group by grantee, object, privilege_type, is_grantable, columns is not null
    )
    select coalesce(rolname, 'public') as role, object, string_agg(privilege, ' ' order by privilege) as rights
    from by_right left join pg_roles on pg_roles.oid = grantee
    group by 1, 2 order by 1, 2`.execute(owner.kysely)
  const grants: Record<string, Record<string, string>> = {}
  for (const { role, object, rights } of rows) grants[role] = { ...grants[role], [object]: rights }
  return grants
}

const schemas = sql`('public'::regnamespace, 'accounts'::regnamespace, 'jobs'::regnamespace)`

/** Every object that rights can be given on, with who has them; those that nobody touched have PostgreSQL's own. */
const allObjects = sql`
  select coalesce(relacl, acldefault((case relkind when 'S' then 's' else 'r' end)::"char", relowner)), relowner,
      case when relkind = 'S' then 'sequence ' else '' end || oid::regclass::text, null::text
    from pg_class where relnamespace in ${schemas} and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and relname !~ '^queue_stats_[0-9]+$' -- one for each day
  union all
  select attacl, relowner, attrelid::regclass::text, attname::text
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace in ${schemas} and attacl is not null and not attisdropped
  union all
  select coalesce(proacl, acldefault('f', proowner)), proowner, 'function ' || oid::regprocedure::text, null
    from pg_proc where pronamespace in ${schemas}
  union all
  select coalesce(nspacl, acldefault('n', nspowner)), nspowner, 'schema ' || nspname, null
    from pg_namespace where oid in ${schemas}
  union all
  select coalesce(datacl, acldefault('d', datdba)), datdba, 'database', null
    from pg_database where datname = current_database()
  union all
  select paracl, 10::oid, 'setting ' || parname, null from pg_parameter_acl
  union all
  select defaclacl, defaclrole, 'later objects of kind ' || defaclobjtype::text, null from pg_default_acl`
