-- Who an organization is on its invoices, its customers, its invoices, and the log of what happened.
--
-- Every table here belongs to tenants: its rows carry the organization, and row-level security is forced for
-- the roles that Stella works with. organization_id fills itself from the transaction (see inOrganization).
-- References between tenant tables carry the organization too, because a foreign key is checked past
-- row-level security: without it a row could point at another organization's row.

create table organization_profiles (
  organization_id uuid primary key
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  name text not null,
  address text,
  postal_code text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  email text,
  phone text,
  kvk_number text,
  vat_number text,
  iban text,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table customers (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  kind text not null check (kind in ('company', 'person')),
  name text not null check (name <> ''),
  contact_name text,
  address text,
  postal_code text,
  city text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  email text,
  phone text,
  kvk_number text,
  vat_number text,
  -- In lower case and without accents, written by the same code that reads what is searched for.
  search_text text not null,
  sort_name text not null,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organization_id, id)
);
create index customers_by_name on customers (organization_id, sort_name, id);

-- One row for each year; last_number is the number drawn last. The row is locked until the transaction that
-- draws ends, and a transaction that fails gives its number back: that is why there are no gaps.
create table invoice_series (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  year integer not null check (year between 1980 and 2049),
  last_number integer not null default 0 check (last_number >= 0),
  primary key (organization_id, year)
);

create table invoices (
  id uuid primary key default gen_random_uuid(),
  -- Order of creation, for lists.
  ordinal bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  customer_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'final')),
  number text,
  invoice_date date not null check (invoice_date between date '1980-01-01' and date '2049-12-31'),
  payment_term_days integer not null check (payment_term_days >= 0),
  description text not null default '',
  prices_include_vat boolean not null default false,
  -- Whole cents. Of a final invoice they are what was printed and booked, whatever later code would compute.
  total_net bigint not null,
  total_vat bigint not null,
  total_gross bigint not null,
  -- The same for each VAT treatment and rate: [{treatment, rate, net, vat, gross}], amounts as decimal strings.
  vat_groups jsonb not null,
  -- Customer and sender as they were when the invoice was made final.
  customer_snapshot jsonb,
  sender_snapshot jsonb,
  search_text text not null,
  revision integer not null default 1,
  finalized_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, customer_id) references customers (organization_id, id),
  check (total_net + total_vat = total_gross),
  check ((state = 'final') = (number is not null)),
  check ((state = 'final') = (finalized_at is not null)),
  check ((state = 'final') = (customer_snapshot is not null)),
  check ((state = 'final') = (sender_snapshot is not null))
);
create index invoices_by_date on invoices (organization_id, invoice_date desc, ordinal desc);
create index invoices_by_state on invoices (organization_id, state, invoice_date desc, ordinal desc);
create index invoices_by_customer on invoices (organization_id, customer_id);

create table invoice_lines (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  position integer not null check (position >= 0),
  description text not null,
  quantity numeric not null,
  unit_price numeric not null,
  vat_treatment text not null,
  -- Whole cents: quantity times price as entered, and without VAT.
  amount bigint not null,
  net bigint not null,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);

-- What happened, one row for each outcome; only ever added to. position is the order of the log: within an
-- organization nothing appears before what was there already (see recordActivity).
create table activities (
  id uuid primary key default gen_random_uuid(),
  position bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  outcome text not null check (outcome in ('success', 'failure', 'waiting', 'info')),
  subject_type text not null check (subject_type in ('invoice', 'relation', 'connection', 'organization')),
  subject_id uuid not null,
  -- What the sentence on the screen needs: numbers, names, codes of causes. Never a secret.
  parameters jsonb not null default '{}',
  search_text text not null
);
create index activities_by_position on activities (organization_id, position desc);
create index activities_by_subject on activities (organization_id, subject_type, subject_id, position desc);

-- A final invoice never changes and never goes away. ST001 is the code that databaseErrorOf() knows.
create function refuse_change_of_final_invoice() returns trigger language plpgsql as $$
begin
  if old.state = 'final' then
    raise exception 'invoice % is final', old.number using errcode = 'ST001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger final_invoices_stay before update or delete on invoices
  for each row execute function refuse_change_of_final_invoice();

-- Lines change only while their invoice is a draft. The lock keeps the invoice from becoming final between
-- this check and the commit of the change.
create function refuse_change_of_final_lines() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform 1 from invoices
      where organization_id = old.organization_id and id = old.invoice_id and state = 'draft' for share;
    if not found then
      raise exception 'the lines of invoice % are final', old.invoice_id using errcode = 'ST001';
    end if;
  end if;
  if tg_op <> 'DELETE' then
    perform 1 from invoices
      where organization_id = new.organization_id and id = new.invoice_id and state = 'draft' for share;
    if not found then
      raise exception 'the lines of invoice % are final', new.invoice_id using errcode = 'ST001';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger final_lines_stay before insert or update or delete on invoice_lines
  for each row execute function refuse_change_of_final_lines();

-- A series moves by exactly one number at a time, so no statement can tear a gap in it. ST002 as above.
create function refuse_gap_in_series() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.last_number <> 0
    or tg_op = 'UPDATE' and (new.last_number <> old.last_number + 1
      or new.organization_id <> old.organization_id or new.year <> old.year) then
    raise exception 'a series of invoice numbers moves by one' using errcode = 'ST002';
  end if;
  return new;
end
$$;
create trigger series_without_gaps before insert or update on invoice_series
  for each row execute function refuse_gap_in_series();

alter table organization_profiles enable row level security;
alter table organization_profiles force row level security;
alter table customers enable row level security;
alter table customers force row level security;
alter table invoice_series enable row level security;
alter table invoice_series force row level security;
alter table invoices enable row level security;
alter table invoices force row level security;
alter table invoice_lines enable row level security;
alter table invoice_lines force row level security;
alter table activities enable row level security;
alter table activities force row level security;

create policy own_organization on organization_profiles to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on customers to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on invoice_series to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on invoices to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on invoice_lines to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on activities to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);

-- An organization's name is a tenant's row as well. The role of the accounts looks across: it signs people in.
alter table accounts.organization enable row level security;
create policy own_organization on accounts.organization for select to stella_app, stella_worker
  using (id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy accounts_manage on accounts.organization to stella_accounts using (true);
create policy support_reads on accounts.organization for select to stella_support using (true);

-- Support looks across organizations, but sees of customers and invoices only what names a failure.
create policy support_reads on customers for select to stella_support using (true);
create policy support_reads on invoices for select to stella_support using (true);
create policy support_reads on activities for select to stella_support using (true);

grant usage on schema public to stella_app, stella_worker, stella_support;

grant select, insert, update on organization_profiles, customers, invoice_series to stella_app;
grant select, insert, update, delete on invoices, invoice_lines to stella_app;
grant select, insert on activities to stella_app, stella_worker;
grant select on organization_profiles, customers, invoices, invoice_lines to stella_worker;
grant select on activities to stella_support;
grant select (id, organization_id, name) on customers to stella_support;
grant select (
  id, organization_id, customer_id, state, number, invoice_date, total_gross, finalized_at, created_at
) on invoices to stella_support;
