import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { isLoginOf, workingRoles } from './working-role.ts'

// What somebody tries who gets a statement of their own into a pool: every way from its login to more rights.

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const ways = {
  'become the owner': ['set role stella', 'set session authorization stella'],
  'become another role': [
    ...workingRoles.map((role) => `set role ${role}`),
    ...workingRoles.map((role) => `set role ${role}_login`),
    'set role pg_execute_server_program',
    'set role pg_read_all_data',
  ],
  'be given rights': [
    ...workingRoles.map((role) => `grant ${role} to current_user`),
    'grant pg_execute_server_program to current_user',
    'alter role current_user superuser',
    'alter role current_user createrole',
    'alter role current_user bypassrls',
    'alter role stella password null',
    'create role another login superuser',
  ],
  'run a program': [
    `copy (select 1) to program 'id'`,
    `copy activities from program 'id'`,
    `load '/tmp/library.so'`,
    `create function own() returns int language c as '/tmp/library', 'own'`,
  ],
  'read or write a file': [
    `copy (select 1) to '/tmp/written'`,
    `copy activities from '/etc/passwd'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_ls_dir('.')`,
    `select lo_import('/etc/passwd')`,
    'select pg_read_binary_file($$global/pg_control$$)',
  ],
  'see what others keep or ask': [
    'select from pg_authid',
    'select from pg_shadow',
    'select from pg_largeobject',
    'select from pg_user_mapping',
    'select from pg_hba_file_rules',
    `select lo_export(1, '/tmp/written')`,
  ],
  'reach another server': [
    'create foreign data wrapper other',
    'create publication everything for all tables',
    `create subscription other connection 'host=localhost' publication everything`,
  ],
  'change the server': [
    'alter system set archive_mode = on',
    'select pg_reload_conf()',
    'set session_replication_role = replica',
    `set log_statement = 'none'`,
    'create database another',
    `alter database ${'template1'} rename to gone`,
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = $$stella$$ and pid <> pg_backend_pid()',
  ],
  'put something under another name': [
    'create temporary table invoices (id int)',
    'create table public.mine (id int)',
    'create schema mine',
    'create function public.now() returns int language sql return 1',
    'create operator public.= (leftarg = int, rightarg = int, function = int4eq)',
    'create cast (text as uuid) without function',
    'create domain public.text as int',
  ],
}

const permissionDenied = '42501'

describe.each(workingRoles)('whoever has a statement in the pool of %s', (role) => {
  test.each(Object.entries(ways))('cannot %s', async (_, statements) => {
    const client = await db.database(role).pool.connect()
    try {
      for (const statement of statements.filter((it) => it !== `set role ${role}_login`)) {
        await client.query('reset role')
        await client.query('set role none')
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: permissionDenied })
      }
    } finally {
      client.release(true)
    }
  })

  test('sees no statement of another role, and its own end in a minute', async () => {
    const { pool } = db.database(role)
    await Promise.all(workingRoles.map((it) => db.database(it).pool.query('select 1')))
    const { rows } = await pool.query(
      `select distinct query from pg_stat_activity where usename <> session_user and query is not null`,
    )
    expect(rows).toEqual([{ query: '<insufficient privilege>' }])
    expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '1min' }])
  })

  test('is a login that is a member of its role and of nothing else', async () => {
    const { rows } = await db.database(role).pool.query(
      `select session_user as name, roleid::regrole::text as role, admin_option, inherit_option, set_option,
         rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as more
       from pg_roles join pg_auth_members on member = pg_roles.oid where rolname = session_user`,
    )
    expect(rows).toEqual([
      {
        name: `${role}_login`,
        role,
        admin_option: false,
        inherit_option: true,
        set_option: false,
        more: false,
      },
    ])
    expect(isLoginOf(role, rows[0].name)).toBe(true)
  })
})
