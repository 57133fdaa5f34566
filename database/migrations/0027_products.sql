-- What is sold often: a line of an invoice begins with it. Archived instead of deleted.
create table products (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  code text check (code <> ''),
  description text not null check (description <> ''),
  unit text,
  unit_price numeric not null,
  price_includes_vat boolean not null,
  vat_treatment text not null,
  vat_rate numeric,
  revenue_account text check (revenue_account ~ '^[0-9]{1,10}$'),
  is_archived boolean not null default false,
  -- In lower case and without accents, written by the same code that reads what is searched for.
  search_text text not null,
  sort_name text not null,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organization_id, id)
);
create index products_by_name on products (organization_id, is_archived, sort_name, id);
-- Whoever types a code means one product, however it is written.
create unique index products_by_code on products (organization_id, lower(code));

alter table products enable row level security;
alter table products force row level security;
create policy own_organization on products to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert, update on products to stella_app;
