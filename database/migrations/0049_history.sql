-- Old invoices of another program come in as history: final, with the number they were given there, and never booked.

-- The program or the file that it came from; null of an invoice that Stella made.
alter table invoices add column origin text check (origin <> '');
-- Whether it was a credit note there, and the number of what it credits, as the file said it.
alter table invoices add column origin_is_credit boolean;
alter table invoices add column origin_credits text check (origin_credits <> '');

-- Its number is no place of a series; what stands in none is drawn from none.
do $$
declare
  name text;
begin
  for name in
    select conname from pg_constraint
    where conrelid = 'invoices'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'series_(id|year|place)'
  loop
    execute format('alter table invoices drop constraint %I', name);
  end loop;
end
$$;
alter table invoices add check ((state = 'final' and origin is null) = (series_year is not null));
alter table invoices add check ((state = 'final' and origin is null) = (series_place is not null));
alter table invoices add check (state = 'draft' or origin is not null or series_id is not null);
alter table invoices add check (origin is null or (state = 'final' and series_id is null and credits_id is null));
alter table invoices add check ((origin is null) = (origin_is_credit is null));
alter table invoices add check (origin is not null or origin_credits is null);
drop trigger numbers_come_from_series on invoices;
create trigger numbers_come_from_series before insert or update on invoices
  for each row when (new.origin is null) execute function require_number_of_series();

-- What was brought in by mistake is taken back within the days that an import has, and one for its work. Whatever was
-- built on it keeps it: each refers to it.
create or replace function refuse_change_of_final_invoice() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state = 'final' and not (tg_op = 'DELETE' and old.origin is not null
    and old.created_at > clock_timestamp() - interval '8 days') then
    raise exception 'invoice % is final', old.number using errcode = 'ST001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- It is sealed by itself: no place stands before it, and its seal goes with it.
alter table invoice_seals alter column series_id drop not null, alter column year drop not null,
  alter column place drop not null;
alter table invoice_seals add check (num_nulls(series_id, year, place) in (0, 3));
alter table invoice_seals drop constraint invoice_seals_organization_id_invoice_id_fkey;
alter table invoice_seals add foreign key (organization_id, invoice_id)
  references invoices (organization_id, id) on delete cascade;
create or replace function refuse_change_of_seal() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' and old.series_id is null then
    return old;
  end if;
  raise exception 'the seal of invoice % stays', old.invoice_id using errcode = 'ST001';
end
$$;

-- Nothing is booked of it, whoever asks. ST009 is the code that databaseErrorOf() knows.
create function refuse_booking_of_history() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.invoices
    where organization_id = new.organization_id and id = new.invoice_id and origin is not null) then
    raise exception 'invoice % is history', new.invoice_number using errcode = 'ST009';
  end if;
  return new;
end
$$;
revoke execute on function refuse_booking_of_history() from public;
create trigger history_is_not_booked before insert on bookings
  for each row execute function refuse_booking_of_history();

alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('customers', 'products', 'invoices'));
alter table import_mappings drop constraint import_mappings_kind_check;
alter table import_mappings add constraint import_mappings_kind_check
  check (kind in ('customers', 'products', 'invoices'));

-- What could not be finished, however often it was tried, stands still until somebody says how it goes on.
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check check (state in
  ('receiving', 'reading', 'ready', 'refused', 'applying', 'applied', 'undoing', 'undone', 'halted'));
