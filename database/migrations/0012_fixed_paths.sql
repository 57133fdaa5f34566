-- What stands in a function means the same for whoever makes it run. Without a path of its own a function looks
-- names up as its caller says: a temporary table called «invoices» then answered for the real one, and the lines of
-- a final invoice could be changed. pg_temp stands last, because it would come first where it is not named.
do $$
declare
  name regprocedure;
begin
  for name in
    select oid from pg_catalog.pg_proc where pronamespace in ('public'::regnamespace, 'jobs'::regnamespace)
  loop
    execute pg_catalog.format('alter function %s set search_path = pg_catalog, public, pg_temp', name);
    execute pg_catalog.format('revoke execute on function %s from public', name);
  end loop;
end
$$;
alter default privileges revoke execute on functions from public;

-- pg-boss reckons its times with this one.
grant execute on function jobs.job_now() to stella_mail, stella_worker;

-- A database made by PostgreSQL 14 or older still lets everybody make tables here.
revoke create on schema public from public;

-- The number with a place in a series, as formatInvoiceNumber() says it.
create function invoice_number_of(year integer, place integer) returns text language sql immutable
  set search_path = pg_catalog, public, pg_temp
  as $$ select year || '-' || lpad(place::text, greatest(4, length(place::text)), '0') $$;
grant execute on function invoice_number_of(integer, integer) to stella_app;

-- A series moves with its invoice and not without it. Looked at when the transaction commits, for each move by
-- itself, so that no two moves can hide behind one invoice.
create function require_invoice_of_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.last_number > 0 and not exists (
    select from public.invoices
    where organization_id = new.organization_id and state = 'final'
      and number = public.invoice_number_of(new.year, new.last_number)
  ) then
    raise exception 'number % of series % has no invoice', new.last_number, new.year using errcode = 'ST002';
  end if;
  return null;
end
$$;
create constraint trigger series_moves_with_invoice after insert or update on invoice_series
  deferrable initially deferred for each row execute function require_invoice_of_series();

-- And an invoice gets the number that its series just came to, and no other.
create function require_number_of_series() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.state = 'final' and not exists (
    select from public.invoice_series
    where organization_id = new.organization_id and year = extract(year from new.invoice_date)
      and public.invoice_number_of(year, last_number) = new.number
  ) then
    raise exception 'number % is not the next of its series', new.number using errcode = 'ST002';
  end if;
  return new;
end
$$;
create trigger numbers_come_from_series before insert or update on invoices
  for each row execute function require_number_of_series();
revoke execute on function require_invoice_of_series(), require_number_of_series() from public;

-- Given once and used by nobody.
revoke select on organization_profiles, invoice_lines from stella_worker;
revoke select on exchanges from stella_app;
