-- Invoices are numbered in series that a person shapes: several for an organization, each with a pattern and either
-- beginning anew each year or going on over the years. What was a count for each year becomes a count in a series.

-- The owner must see all rows once, also where it is no superuser.
alter table invoices no force row level security;
alter table invoice_series no force row level security;

create table series (
  id uuid primary key default gen_random_uuid(),
  -- Order of creation, for lists.
  ordinal bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  name text not null check (name <> ''),
  pattern text not null check (pattern ~ '^[^{}]*(\{[a-z]+\}[^{}]*)+$' and pattern ~ '\{(nummer|n{1,9})\}'),
  restarts_yearly boolean not null,
  -- What its numbers look like, as shapeOf() says it: two series that look alike could give the same number.
  shape text not null,
  is_default boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organization_id, id),
  unique (organization_id, shape),
  check (not restarts_yearly or pattern ~ '\{(jaar|jjjj|jj)\}')
);
create unique index series_default on series (organization_id) where is_default;

insert into series (organization_id, name, pattern, restarts_yearly, shape, is_default)
  select id, 'Facturen', '{jaar}-{nummer}', true, '#-#', true from accounts.organization;

-- The number drawn last, of each year; year 0 where a series goes on over the years. The row is locked until the
-- transaction that draws ends, and a transaction that fails gives its number back: that is why there are no gaps.
create table series_counts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  series_id uuid not null,
  year integer not null check (year = 0 or year between 1980 and 2049),
  last_place integer not null default 0 check (last_place between 0 and 999999999),
  primary key (organization_id, series_id, year),
  foreign key (organization_id, series_id) references series (organization_id, id) on delete cascade
);
insert into series_counts (organization_id, series_id, year, last_place)
  select series.organization_id, series.id, invoice_series.year, invoice_series.last_number
  from invoice_series join series using (organization_id);

-- With which place a person said that a series goes on, and why; only ever added to.
create table series_starts (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  series_id uuid not null,
  year integer not null,
  -- The place that would have come next, and the one that comes instead.
  next_before integer not null check (next_before between 1 and 1000000000),
  next_place integer not null check (next_place between 1 and 999999999),
  reason text check (reason <> ''),
  at timestamptz not null default clock_timestamp(),
  foreign key (organization_id, series_id, year) references series_counts (organization_id, series_id, year)
    on delete cascade,
  check (next_before <> next_place)
);
create index series_starts_of_series on series_starts (organization_id, series_id, year);

-- Of a draft the series somebody chose, or null for the usual one; of a final invoice where its number comes from.
alter table invoices add column series_id uuid;
alter table invoices add column series_year integer;
alter table invoices add column series_place integer;
drop trigger numbers_come_from_series on invoices;
alter table invoices disable trigger final_invoices_stay;
update invoices
  set series_id = series.id,
    series_year = split_part(invoices.number, '-', 1)::integer,
    series_place = split_part(invoices.number, '-', 2)::integer
  from series where series.organization_id = invoices.organization_id and invoices.state = 'final';
alter table invoices enable trigger final_invoices_stay;
alter table invoices add foreign key (organization_id, series_id) references series (organization_id, id);
alter table invoices add check ((state = 'final') = (series_year is not null));
alter table invoices add check ((state = 'final') = (series_place is not null));
alter table invoices add check (state = 'draft' or series_id is not null);
create unique index invoices_in_series on invoices (organization_id, series_id, series_year, series_place)
  where state = 'final';

drop table invoice_series;
drop function refuse_gap_in_series();
drop function require_invoice_of_series();
drop function require_number_of_series();
drop function invoice_number_of(integer, integer);

-- The number with a place in a series, as formatNumber() says it.
create function invoice_number_of(pattern text, invoice_date date, place integer) returns text language sql immutable
  set search_path = pg_catalog, public, pg_temp
  as $$
    select regexp_replace(
      replace(replace(replace(replace(replace(pattern,
        '{jaar}', extract(year from invoice_date)::text),
        '{jjjj}', extract(year from invoice_date)::text),
        '{jj}', right(extract(year from invoice_date)::text, 2)),
        '{maand}', lpad(extract(month from invoice_date)::text, 2, '0')),
        '{mm}', lpad(extract(month from invoice_date)::text, 2, '0')),
      '\{(nummer|n+)\}',
      lpad(place::text, greatest(length(place::text),
        case when pattern ~ '\{nummer\}' then 4 else length(substring(pattern from '\{(n+)\}')) end), '0'))
  $$;
revoke execute on function invoice_number_of(text, date, integer) from public;
grant execute on function invoice_number_of(text, date, integer) to stella_app;

-- A count moves by exactly one at a time, or to where a person said: before its first invoice to any place, after it
-- only up and with a reason. ST002 is the code that databaseErrorOf() knows.
create function refuse_gap_in_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.last_place <> 0 then
      raise exception 'a series begins at its beginning' using errcode = 'ST002';
    end if;
    return new;
  end if;
  if new.organization_id <> old.organization_id or new.series_id <> old.series_id or new.year <> old.year then
    raise exception 'a count stays with its series' using errcode = 'ST002';
  end if;
  if new.last_place <> old.last_place + 1 and not exists (
    select from public.series_starts as start
    where start.organization_id = new.organization_id and start.series_id = new.series_id and start.year = new.year
      and start.next_before = old.last_place + 1 and start.next_place = new.last_place + 1
  ) then
    raise exception 'a series of invoice numbers moves by one' using errcode = 'ST002';
  end if;
  return new;
end
$$;
create trigger series_without_gaps before insert or update on series_counts
  for each row execute function refuse_gap_in_series();

-- Whoever says where a series goes on holds its count, so that nobody draws from it meanwhile.
create function refuse_used_ground() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  reached integer;
begin
  select last_place into reached from public.series_counts
    where organization_id = new.organization_id and series_id = new.series_id and year = new.year for update;
  if reached + 1 <> new.next_before then
    raise exception 'the series has moved on meanwhile' using errcode = 'ST002';
  end if;
  if (new.next_place < new.next_before or new.reason is null) and exists (
    select from public.invoices where organization_id = new.organization_id and state = 'final'
      and series_id = new.series_id and series_year = new.year
  ) then
    raise exception 'a series that is used goes up only, and with a reason' using errcode = 'ST002';
  end if;
  return new;
end
$$;
create trigger starts_on_free_ground before insert on series_starts
  for each row execute function refuse_used_ground();

-- A count moves with its invoice, or as a person said, and not without. Looked at when the transaction commits, for
-- each move by itself, so that no two moves can hide behind one invoice.
create function require_invoice_of_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.last_place > 0 and not exists (
    select from public.invoices
    where organization_id = new.organization_id and state = 'final'
      and series_id = new.series_id and series_year = new.year and series_place = new.last_place
  ) and not exists (
    select from public.series_starts as start
    where start.organization_id = new.organization_id and start.series_id = new.series_id and start.year = new.year
      and start.next_place = new.last_place + 1
  ) then
    raise exception 'place % of series % has no invoice', new.last_place, new.series_id using errcode = 'ST002';
  end if;
  return null;
end
$$;
create constraint trigger series_moves_with_invoice after insert or update on series_counts
  deferrable initially deferred for each row execute function require_invoice_of_series();

-- And an invoice gets the number that its series just came to, and no other.
create function require_number_of_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.state = 'final' and not exists (
    select from public.series join public.series_counts as count
      on count.organization_id = series.organization_id and count.series_id = series.id
    where series.organization_id = new.organization_id and series.id = new.series_id
      and count.year = new.series_year and count.last_place = new.series_place
      and count.year = case when series.restarts_yearly then extract(year from new.invoice_date) else 0 end
      and public.invoice_number_of(series.pattern, new.invoice_date, new.series_place) = new.number
  ) then
    raise exception 'number % is not the next of its series', new.number using errcode = 'ST002';
  end if;
  return new;
end
$$;
create trigger numbers_come_from_series before insert or update on invoices
  for each row execute function require_number_of_series();

-- The numbers of a series that is used stay as they were begun. ST003 as above.
create function refuse_change_of_used_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.pattern = old.pattern and new.restarts_yearly = old.restarts_yearly
    and new.shape = old.shape and new.organization_id = old.organization_id then
    return new;
  end if;
  if exists (
    select from public.invoices
    where organization_id = old.organization_id and state = 'final' and series_id = old.id
  ) then
    raise exception 'series % is used', old.name using errcode = 'ST003';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger used_series_stay before update or delete on series
  for each row execute function refuse_change_of_used_series();
revoke execute on function refuse_gap_in_series(), refuse_used_ground(), require_invoice_of_series(),
  require_number_of_series(), refuse_change_of_used_series() from public;

alter table invoices force row level security;
do $$
declare
  table_name text;
begin
  foreach table_name in array array['series', 'series_counts', 'series_starts'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format(
      'create policy own_organization on %I to stella_app, stella_worker
         using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
         with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)',
      table_name);
  end loop;
end
$$;
grant select, insert, update, delete on series to stella_app;
grant select, insert, update on series_counts to stella_app;
grant select, insert on series_starts to stella_app;
