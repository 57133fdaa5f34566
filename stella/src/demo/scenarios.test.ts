import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  causeCodes,
  createSeal,
  eBoekhoudenAt,
  startWorker,
  systemChance,
  systemClock,
} from '@stella/bookkeeping'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import pino from 'pino'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { badDay } from './bad-day.ts'
import { shopOf } from './big.ts'
import { latePayers } from './late-payers.ts'
import { makeBusiness } from './make-business.ts'
import { movedIn } from './moved-in.ts'
import { pausedLink } from './paused-link.ts'
import { plumberSince } from './plumber.ts'
import { provocations } from './provocations.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** The scenarios are told in seconds, but a busy machine takes its time. */
const patienceMs = 300_000

let db: TestDatabase
let sandbox: Sandbox
let stage: Stage
let loginsFile: string
const now = Date.now()

beforeEach(async () => {
  db = await testDatabase()
  sandbox = await startSandbox({ control: true })
  const folder = mkdtempSync(join(tmpdir(), 'stella-scenarios-'))
  loginsFile = join(folder, 'logins.json')
  stage = {
    databases: {
      app: db.database('stella_app'),
      accounts: db.database('stella_accounts'),
      support: db.database('stella_support'),
      worker: db.database('stella_worker'),
    },
    seal: createSeal([{ name: 'test', formerName: 'version 1', key: randomBytes(32) }]),
    secret: 'a secret of at least thirty-two characters',
    publicUrl: 'http://localhost:3000',
    sandboxUrl: sandbox.url,
    log: pino({ level: 'silent' }),
  }
  onTestFinished(async () => {
    rmSync(folder, { recursive: true })
    await sandbox.close()
    await db.close()
  })
})

const make = (scenario: Scenario, another = false) =>
  makeBusiness(stage, { loginsFile, scenario, another, now })

async function rows<Row>(query: string): Promise<Row[]> {
  return (await db.database('owner').pool.query(query)).rows as Row[]
}

describe('the plumber', { timeout: patienceMs }, () => {
  // A year is more of the same, and takes minutes.
  test('has months of invoices, all of them in the books and read back, and most of them paid', async () => {
    await make(plumberSince(120))
    const states = await rows<{ state: string; count: number }>(
      'select state, count(*)::int from bookings group by 1',
    )
    expect(states).toEqual([{ state: 'verified', count: expect.any(Number) }])
    const booked = states[0]?.count ?? 0
    expect(booked).toBeGreaterThan(40)
    const mutations = sandbox.administrations().flatMap(({ guid }) => sandbox.books(guid).mutations)
    expect(mutations.filter(({ kind }) => kind === 'FactuurVerstuurd')).toHaveLength(booked)
    const [{ paid = 0 } = {}] = await rows<{ paid: number }>(
      `select count(*)::int as paid from payments where settled_as = 'paid'`,
    )
    expect(paid).toBeGreaterThan(booked / 2)
  })
})

describe('the paused link', { timeout: patienceMs }, () => {
  test('waits with what was made since, and is the same business whenever it is made', async () => {
    const first = await make(pausedLink)
    expect(await rows('select state, paused_cause from connections')).toEqual([
      { state: 'paused', paused_cause: 'codes_refused' },
    ])
    expect(await rows('select state, count(*)::int from bookings group by 1 order by 1')).toEqual([
      { state: 'planned', count: 5 },
      { state: 'verified', count: expect.any(Number) },
    ])

    // Made again it says that it is there, and changes nothing.
    const before = await rows('select count(*) from invoices')
    expect(await make(pausedLink)).toEqual({ ...first, outcome: 'there' })
    expect(await rows('select count(*) from invoices')).toEqual(before)

    // Another one stands beside it.
    expect(await make(pausedLink, true)).toMatchObject({
      outcome: 'made',
      organizationName: 'Hoveniersbedrijf Groenendaal (2)',
      login: { email: 'paused-link-2@stella.example' },
    })
    const papers = await rows<{ papers: string }>(`
      select string_agg(invoice_date::text || number || total_gross, ',' order by number) as papers
      from invoices where state = 'final' group by organization_id`)
    expect(papers).toHaveLength(2)
    expect(papers[0]).toEqual(papers[1])
  })
})

describe('the bad day', { timeout: patienceMs }, () => {
  test('meets every cause that the engine knows and a business can meet', async () => {
    await rememberCauses()
    await make(badDay)
    const seen = (await rows<{ cause: string }>('select distinct cause from causes_seen')).map(
      ({ cause }) => cause,
    )
    const expected = causeCodes.filter((code) => typeof provocations[code] === 'function')
    expect(expected.filter((code) => !seen.includes(code))).toEqual([])
    expect(seen.filter((code) => !causeCodes.some((known) => known === code))).toEqual([])
    expect(await rows('select state from connections')).toEqual([{ state: 'active' }])
  })
})

/** Has the database note each cause that is ever written, as some pass within the same minute. */
async function rememberCauses(): Promise<void> {
  const { pool } = db.database('owner')
  await pool.query(`
    create table causes_seen (cause text);
    create function note_cause() returns trigger language plpgsql security definer as $$
    begin
      insert into public.causes_seen select to_jsonb(new) ->> tg_argv[0] where to_jsonb(new) ->> tg_argv[0] is not null;
      return null;
    end $$;`)
  for (const [table, column] of [
    ['bookings', 'cause'],
    ['relations', 'cause'],
    ['connections', 'paused_cause'],
  ]) {
    await pool.query(`create trigger note_cause after insert or update on ${table}
      for each row execute function note_cause('${column}')`)
  }
}

describe('the late payers', { timeout: patienceMs }, () => {
  test('are known by how they paid, and money that nobody asked for by its number', async () => {
    // As that of a program that runs: it must leave to the story what falls due in it.
    const beside = startWorker({
      database: db.database('stella_worker'),
      openBooks: eBoekhoudenAt(new URL('/soap.asmx', sandbox.url).href),
      seal: stage.seal,
      clock: systemClock,
      chance: systemChance,
      log: stage.log,
      pollEveryMs: 5,
    })
    onTestFinished(() => beside.stop())
    await make(latePayers)
    expect(await rows('select distinct state from bookings')).toEqual([{ state: 'verified' }])
    const [ways] = await rows(`select
      count(*) filter (where p.settled_as = 'paid' and p.outstanding = 0) > 0 as in_full,
      count(*) filter (where p.outstanding between 1 and i.total_gross - 1) > 0 as in_part,
      count(*) filter (where coalesce(p.outstanding, i.total_gross) = i.total_gross
        and i.invoice_date < current_date - 40) > 0 as not_at_all,
      count(*) filter (where p.outstanding < 0) > 0 as too_much
      from invoices i left join payments p on p.invoice_id = i.id`)
    expect(ways).toEqual({ in_full: true, in_part: true, not_at_all: true, too_much: true })
    expect(await rows('select count(*)::int > 0 as some from stray_payments')).toEqual([{ some: true }])
  })
})

describe('the business that moved in', { timeout: patienceMs }, () => {
  test('goes on with its customers, its products and its numbers, and has a file to mend', async () => {
    await make(movedIn)
    expect(await rows('select kind, state from imports order by created_at')).toEqual([
      { kind: 'customers', state: 'applied' },
      { kind: 'products', state: 'applied' },
      { kind: 'customers', state: 'ready' },
    ])
    expect(await rows(`select fate from import_rows where fate = 'wrong'`)).toHaveLength(1)
    const [first] = await rows<{ number: string }>('select min(number) as number from invoices')
    expect(first?.number).toMatch(/^F\d{4}00348$/)
    expect(await rows('select distinct state from bookings')).toEqual([{ state: 'verified' }])
  })
})

describe('the big shop', { timeout: patienceMs }, () => {
  test('has all its invoices, in series without gaps, and the last ones in the books', async () => {
    const count = 1_200
    await make(shopOf(count))
    expect(await rows(`select count(*)::int from invoices where state = 'final'`)).toEqual([
      { count: count + 8 },
    ])
    expect(
      await rows(
        'select count(*)::int from series_counts where last_place <> (select count(*) from invoices where extract(year from invoice_date) = year)',
      ),
    ).toEqual([{ count: 0 }])
    expect(await rows('select state, count(*)::int from bookings group by 1')).toEqual([
      { state: 'verified', count: 8 },
    ])
    expect(await rows(`select count(*)::int from activities where kind = 'invoice_not_connected'`)).toEqual([
      { count },
    ])
  })
})
