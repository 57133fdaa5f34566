import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { expectedGrants } from './expected-grants.ts'
import { grantsIn } from './granted.ts'

// Read from the catalogue of PostgreSQL, so that what a later migration makes is under these tests as well.

let db: TestDatabase
let owner: Database
beforeAll(async () => {
  db = await testDatabase()
  owner = db.database('owner')
})
afterAll(() => db.close())

const fixedPath = 'search_path=pg_catalog, public, pg_temp'

/** Functions that work with the rights of the owner, each with its reason. */
const definers: Readonly<Record<string, string>> = {
  'activities_found(text[],text[],text,text,timestamp with time zone,timestamp with time zone,bigint,integer,integer)':
    'the index of texts is used only where no policy stands before it; it sees its own organization alone',
  'backfills_to_do(text,timestamp with time zone,integer)':
    'it finds what is to be done among all organizations, whose rows nobody may read together',
  'books_linked_elsewhere(bytea[],text)':
    'it tells whether others have linked books, of whom nobody may read more',
  'changes_before_case(uuid)':
    'it tells of the audit of whoever consented no more than what kind of change there was',
  'close_organization(uuid)':
    'what ends with an organization is of roles that may not see each other, and ends as one',
  'customers_alike(text[],integer)':
    'the index of texts is used only where no policy stands before it; it sees its own organization alone',
  'customers_found(text[],text,text,boolean,integer,text,uuid,integer)':
    'the index of texts is used only where no policy stands before it; it sees its own organization alone',
  'end_closed_organizations(timestamp with time zone,integer)':
    'nobody may take away what is of an organization, but for what nobody has to keep of one that was closed',
  'failures_by_cause()': 'it counts what fails in all organizations, whose rows nobody may read together',
  'find_share_link(bytea)': 'whoever opens a link is of no organization yet',
  'forget_entries_of_customer(uuid)':
    'nobody may take an entry out of the log, but those of a customer who is there no longer',
  'installation_figures()': 'it counts what is of all organizations, whose rows nobody may read together',
  'invoices_found(text[],integer)':
    'the index of texts is used only where no policy stands before it; it sees its own organization alone',
  'mutation_readings_to_do(timestamp with time zone,integer)':
    'it finds what is to be read among all organizations, whose rows nobody may read together',
  'names_in_sight(uuid,uuid,uuid)':
    'it shows of rows whose rest all of the support may see what asks for consent',
  'organizations_of_message(uuid)': 'a report of a mail server names a mail, and not whose it is',
  'organizations_to_tell(timestamp with time zone,timestamp with time zone,integer)':
    'it finds whom to tell among all organizations, whose rows nobody may read together',
  'organizations_with_mail_server(uuid,integer)':
    'it tells where a key is to be retired, among organizations whose rows nobody may read together',
  'organizations_with_untold_audit(integer)':
    'it finds where owners are to be told among all organizations, whose audit nobody may read together',
  'products_alike(text[],integer)':
    'likeness is reckoned in a schema that nobody else reaches; it sees its own organization alone',
  'record_audit(uuid,text,uuid,text,text,text,text,jsonb,jsonb)':
    'nobody who is in the audit may choose the place, the time or the hash of an entry',
  'record_installation_audit(text,uuid,text,text,text,jsonb)':
    'nobody who is in the audit may choose the place, the time or the hash of an entry',
  'record_support_audit(text,uuid,uuid,uuid,uuid,text)':
    'the name in the audit is that of a session, which nobody who writes there may read',
  'remove_old_activities(timestamp with time zone,uuid,timestamp with time zone,timestamp with time zone,integer)':
    'nobody may take an entry out of the log, but for what the law lets go',
  'remove_old_exchanges(timestamp with time zone,uuid,timestamp with time zone,timestamp with time zone,integer)':
    'nobody may take away what was said, but for what is old and settled',
  'service_answers(timestamp with time zone)':
    'it counts what was answered to all organizations, whose rows nobody may read together',
  'standings_of_session(text,date,date,date)':
    'it lists the organizations of the person of a session, which the web may not read, and of nobody else',
  'support_finds(text)':
    'it finds where to look by what somebody reads out, and shows nothing of what stands there',
  'tell_installation_of_support()':
    'the support desk writes into its own audit alone, and what it did stands in both',
}

/** Constraint triggers that wait for the commit, each with its reason. */
const waiting: Readonly<Record<string, string>> = {
  'series_moves_with_invoice on series_counts': 'the series moves before its invoice is final',
}

async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(owner.kysely)
  return rows.map(({ name }) => name)
}

test('nobody may do more, or less, than the table of grants says', async () => {
  expect(await grantsIn(owner)).toEqual(expectedGrants)
})

describe('every function of ours', () => {
  const ours = sql`from pg_proc where pronamespace in ('public'::regnamespace, 'accounts'::regnamespace, 'jobs'::regnamespace)`

  test('is found', async () => {
    const found = await names(sql`select proname as name ${ours}`)
    expect(found).toEqual(expect.arrayContaining(['refuse_change_of_final_lines', 'create_queue']))
  })

  test('looks names up in a path of its own, temporary tables last', async () => {
    const others = sql<{ name: string }>`select oid::regprocedure::text as name ${ours}
      and not coalesce(proconfig @> array[${fixedPath}], false)`
    expect(await names(others)).toEqual([])
  })

  test('has the rights of its caller, unless there is a reason', async () => {
    const found = await names(sql`select oid::regprocedure::text as name ${ours} and prosecdef order by 1`)
    expect(found).toEqual(Object.keys(definers))
  })
})

describe('what guards', () => {
  test('a check or a trigger waits for the commit only where there is a reason', async () => {
    const triggers = sql<{
      name: string
    }>`select tgname || ' on ' || tgrelid::regclass as name from pg_trigger
      where tgdeferrable and tgrelid in (select oid from pg_class where relnamespace <> 'pg_catalog'::regnamespace)
        and not tgisinternal`
    expect(await names(triggers)).toEqual(Object.keys(waiting))
    const constraints = sql<{ name: string }>`select conname as name from pg_constraint
      where condeferrable and contype <> 't' and connamespace <> 'jobs'::regnamespace`
    expect(await names(constraints)).toEqual([])
  })

  test('every trigger of ours is on, and the policies call no function of ours', async () => {
    const off = sql<{ name: string }>`select tgname as name from pg_trigger where tgenabled <> 'O'`
    expect(await names(off)).toEqual([])
    const called = sql<{ name: string }>`select objid::text as name from pg_depend
      where classid = 'pg_policy'::regclass and refclassid = 'pg_proc'::regclass`
    expect(await names(called)).toEqual([])
  })

  test('there is no operator, cast or rule that could give a statement another meaning', async () => {
    // Those of extensions stand in a schema that is in nobody's path, and that no role may use (see the grants).
    const made = sql<{ name: string }>`
      select oid::regoperator::text as name from pg_operator
        where oprnamespace not in ('pg_catalog'::regnamespace, 'extensions'::regnamespace)
      union all select castsource::regtype || ' as ' || casttarget::regtype from pg_cast where oid >= 16384
      union all select rulename from pg_rewrite where ev_class in (
        select oid from pg_class where relnamespace in ('public'::regnamespace, 'accounts'::regnamespace, 'jobs'::regnamespace))`
    expect(await names(made)).toEqual([])
  })
})
