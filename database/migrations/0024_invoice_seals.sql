-- A final invoice is sealed: a hash over all it says and the seal of the one before it in its series, so that a change
-- behind Stella's back shows, also where it was made by somebody who may switch triggers off.

create table invoice_seals (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  series_id uuid not null,
  year integer not null,
  place integer not null,
  -- The seal of the place before in the series and year; null for the first.
  previous bytea,
  hash bytea not null,
  primary key (organization_id, invoice_id),
  unique (organization_id, series_id, year, place),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);

-- What is sealed: every column of the invoice and its lines that says something, in the one form jsonb has, in UTC.
-- Empty columns are left out, so that a column that comes later changes no seal of before.
create function seal_of_invoice(organization uuid, invoice uuid, previous bytea) returns bytea language sql stable
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC'
  as $$
    select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_strip_nulls(
      to_jsonb(invoices) - '{ordinal,search_text,revision,created_at,updated_at}'::text[]
      || jsonb_build_object('lines', coalesce((
        select jsonb_agg(to_jsonb(line) - '{organization_id,invoice_id}'::text[] order by line.position)
        from public.invoice_lines as line
        where line.organization_id = organization and line.invoice_id = invoice), '[]'))
    )::text, 'UTF8'))
    from public.invoices where organization_id = organization and id = invoice
  $$;
revoke execute on function seal_of_invoice(uuid, uuid, bytea) from public;
grant execute on function seal_of_invoice(uuid, uuid, bytea) to stella_app;

-- Whatever is handed in, the seal is reckoned here.
create function reckon_seal() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  select series_id, series_year, series_place into new.series_id, new.year, new.place
    from public.invoices where organization_id = new.organization_id and id = new.invoice_id and state = 'final';
  new.previous := (select hash from public.invoice_seals
    where organization_id = new.organization_id and series_id = new.series_id and year = new.year
      and place < new.place order by place desc limit 1);
  new.hash := public.seal_of_invoice(new.organization_id, new.invoice_id, new.previous);
  return new;
end
$$;
create trigger seals_are_reckoned before insert on invoice_seals for each row execute function reckon_seal();

-- The count of the series is held until the transaction ends, so the seal before is there.
create function seal_invoice() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.invoice_seals (organization_id, invoice_id, series_id, year, place, hash)
    values (new.organization_id, new.id, new.series_id, new.series_year, new.series_place, '');
  return null;
end
$$;
create trigger final_invoices_are_sealed after insert or update on invoices
  for each row when (new.state = 'final') execute function seal_invoice();

create function refuse_change_of_seal() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'the seal of invoice % stays', old.invoice_id using errcode = 'ST001';
end
$$;
create trigger seals_stay before update or delete on invoice_seals
  for each row execute function refuse_change_of_seal();
revoke execute on function reckon_seal(), seal_invoice(), refuse_change_of_seal() from public;

-- Those that are final already, in the order of their series. The owner must see all rows once.
alter table invoices no force row level security;
alter table invoice_lines no force row level security;
do $$
declare
  invoice record;
begin
  for invoice in
    select organization_id, id, series_id, series_year, series_place from invoices where state = 'final'
    order by organization_id, series_id, series_year, series_place
  loop
    insert into invoice_seals (organization_id, invoice_id, series_id, year, place, hash)
      values (invoice.organization_id, invoice.id, invoice.series_id, invoice.series_year, invoice.series_place, '');
  end loop;
end
$$;
alter table invoices force row level security;
alter table invoice_lines force row level security;

alter table invoice_seals enable row level security;
alter table invoice_seals force row level security;
create policy own_organization on invoice_seals to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert on invoice_seals to stella_app;
