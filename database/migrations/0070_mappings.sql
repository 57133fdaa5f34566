-- Which accounts of the books sales are booked on («Rekeningen»), for each administration. Every change is a row of its
-- own, with who and when; none is ever changed.
create table mappings (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  version integer not null check (version > 0),
  made_at timestamptz not null,
  made_by text not null,
  debtors_account text not null check (debtors_account <> ''),
  revenue_account text not null check (revenue_account <> ''),
  -- Revenue accounts of those VAT treatments that have one of their own.
  by_treatment jsonb not null default '{}' check (jsonb_typeof(by_treatment) = 'object'),
  primary key (organization_id, books_id, version),
  foreign key (organization_id, books_id) references books (organization_id, id)
);

-- The ledger accounts of books as they were last read: code, name and category of each.
create table ledger_accounts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  accounts jsonb not null check (jsonb_typeof(accounts) = 'array'),
  read_at timestamptz not null,
  primary key (organization_id, books_id),
  foreign key (organization_id, books_id) references books (organization_id, id)
);

-- The account of a product says nothing in other books: it stays here with those it was chosen in, for when they are
-- linked again.
create table product_accounts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  product_id uuid not null,
  revenue_account text not null,
  primary key (organization_id, books_id, product_id),
  foreign key (organization_id, books_id) references books (organization_id, id),
  foreign key (organization_id, product_id) references products (organization_id, id) on delete cascade
);
create index product_accounts_of_product on product_accounts (organization_id, product_id);

-- What a line began with: it says on which account it is booked, and nothing that is printed.
alter table invoice_lines add column product_id uuid;
alter table invoice_lines add foreign key (organization_id, product_id) references products (organization_id, id);
create index invoice_lines_of_product on invoice_lines (organization_id, product_id) where product_id is not null;

-- The amounts of the mutation with what each was put on its account for; null where all of it stands on the usual ones.
alter table bookings add column parts jsonb check (jsonb_typeof(parts) = 'array');

do $$
declare
  t text;
begin
  foreach t in array array['mappings', 'ledger_accounts', 'product_accounts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert on mappings to stella_app;
grant select on mappings to stella_worker;
grant select, insert, update on ledger_accounts to stella_app, stella_worker;
grant select, insert, delete on product_accounts to stella_app;
-- What is taken along to other books is planned anew for them.
grant select (organization_id, id, revenue_account) on products to stella_worker;
