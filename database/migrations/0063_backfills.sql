-- Old invoices that go into books which are used already: what would happen, shown before it does, and how far it is.

create table backfills (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  -- Invoices of this day and later.
  from_day date not null,
  -- Sales of this day and later are read: somewhat before, as people enter them.
  read_from date not null check (read_from <= from_day),
  state text not null check (state in ('reading', 'ready', 'running', 'stopped', 'done', 'dropped', 'void')),
  requested_at timestamptz not null,
  requested_by text not null,
  -- How far the reading is; the columns are those of `reconciliations`.
  up_to bigint,
  calls integer not null default 0,
  mutations_read integer not null default 0,
  sales jsonb not null default '[]',
  -- All relations that are there, with what tells them apart; null until all sales are read.
  relations jsonb,
  next_at timestamptz not null,
  -- Until then a worker has a page in hand.
  taken_until timestamptz,
  read_at timestamptz,
  -- Why the last page could not be read, as a code of the causes.
  cause text,
  confirmed_at timestamptz,
  confirmed_by text,
  stopped_by text,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, books_id) references books (organization_id, id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((state in ('running', 'stopped', 'done')) <= (confirmed_at is not null)),
  check ((state in ('done', 'dropped', 'void')) = (ended_at is not null))
);
-- One at a time of each organization, so that no invoice is in two.
create unique index backfills_open on backfills (organization_id)
  where state in ('reading', 'ready', 'running', 'stopped');
create index backfills_to_read on backfills (next_at) where state = 'reading';
create index backfills_to_run on backfills (confirmed_at) where state = 'running';

-- What was confirmed of it: each invoice once, and what became of it.
create table backfill_items (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  backfill_id uuid not null,
  invoice_id uuid not null,
  place integer not null,
  -- Of one that stands there already: which mutation it is; null of one that is booked.
  mutation_number bigint,
  outcome text check (outcome in ('planned', 'adopted', 'refused')),
  done_at timestamptz,
  primary key (organization_id, backfill_id, invoice_id),
  foreign key (organization_id, backfill_id) references backfills (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  check ((outcome is null) = (done_at is null))
);
create unique index backfill_items_in_order on backfill_items (organization_id, backfill_id, place);

do $$
declare
  t text;
begin
  foreach t in array array['backfills', 'backfill_items'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
-- A worker looks for what is to be read, or goes on, before it knows whose it is, and hears no more than that.
do $$
begin
  execute format('create policy owner_finds on backfills for select to %I using (true)', current_user);
end
$$;
create function backfills_to_do(
  wanted text, at timestamptz, most integer, out organization_id uuid, out backfill_id uuid
) returns setof record
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select b.organization_id, b.id from public.backfills b
    where b.state = wanted and b.next_at <= at and (b.taken_until is null or b.taken_until <= at)
    order by b.next_at limit most;
end;
revoke all on function backfills_to_do from public;
grant execute on function backfills_to_do to stella_worker;

grant select, insert, update on backfills to stella_app;
grant select, insert, update (outcome, done_at) on backfill_items to stella_app;
grant select, update on backfills to stella_worker;
