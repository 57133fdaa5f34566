-- What comes in from another program: a file, what each of its rows would become, and what became of it.

create table imports (
  id uuid not null default gen_random_uuid(),
  -- Order of arrival, for lists.
  ordinal bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  kind text not null check (kind in ('customers', 'products')),
  -- database/src/imports/import-states.ts says what each means.
  state text not null default 'receiving'
    check (state in ('receiving', 'reading', 'ready', 'refused', 'applying', 'applied', 'undoing', 'undone')),
  file_name text not null check (file_name <> ''),
  file_size integer not null check (file_size between 1 and 33554432),
  -- How a person wants the file to be read, where that differs from what is recognised.
  wished jsonb not null default '{}',
  -- How it was read.
  reading jsonb,
  -- Why it could not be.
  cause text,
  take_changes boolean not null default false,
  rows_done integer not null default 0 check (rows_done >= 0),
  requested_by text,
  revision integer not null default 1,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (organization_id, id)
);
create index imports_by_ordinal on imports (organization_id, ordinal desc);

-- The file as it came, in parts, so that nobody holds the whole of it. Gone once it is no longer needed.
create table import_file_parts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  import_id uuid not null,
  position integer not null check (position >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 524288),
  primary key (organization_id, import_id, position),
  foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade
);

create table import_rows (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  import_id uuid not null,
  -- The row of the file, as a spreadsheet counts.
  position integer not null check (position >= 1),
  -- What stands in the file, by field, and what a person put in its place.
  cells jsonb not null,
  mended jsonb not null default '{}',
  fate text not null check (fate in ('new', 'same', 'changed', 'wrong')),
  problems jsonb not null default '[]',
  changes jsonb not null default '[]',
  name text not null,
  place text not null,
  search_text text not null,
  -- What makes a second row of the same file the same one.
  key text not null,
  -- The customer or product that it is, or became.
  target_id uuid,
  -- The revision it had when it was left, and what it said before.
  target_revision integer,
  before jsonb,
  outcome text check (outcome in ('added', 'changed', 'kept', 'taken_back')),
  primary key (organization_id, import_id, position),
  foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade
);
create index import_rows_by_fate on import_rows (organization_id, import_id, fate, position);
create index import_rows_by_key on import_rows (organization_id, import_id, md5(key), position);

-- Which field a person chose for which column, for the next file with these columns.
create table import_mappings (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  kind text not null check (kind in ('customers', 'products')),
  columns_hash bytea not null check (octet_length(columns_hash) = 32),
  fields jsonb not null,
  primary key (organization_id, kind, columns_hash)
);

do $$
declare
  t text;
begin
  foreach t in array array['imports', 'import_file_parts', 'import_rows', 'import_mappings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert, update, delete on imports, import_file_parts, import_rows to stella_app;
grant select, insert, update on import_mappings to stella_app;

-- Whether a row of a file is known already is asked by these numbers.
create index customers_by_kvk_number on customers (organization_id, kvk_number) where kvk_number is not null;
create index customers_by_vat_number on customers (organization_id, vat_number) where vat_number is not null;

-- A product that an import added, and nobody touched since, is taken away when the import is undone.
grant delete on products to stella_app;

-- The log says of an import what it brought and took back.
alter table activities drop constraint activities_subject_type_check;
alter table activities add constraint activities_subject_type_check
  check (subject_type in ('invoice', 'relation', 'customer', 'connection', 'organization', 'message', 'payment', 'import'));

-- An import is work of seconds; its process may die, and then another begins where it stopped.
select jobs.create_queue('import', '{"policy": "standard", "retryLimit": 20, "retryDelay": 1,
  "retryBackoff": true, "retryDelayMax": 60, "expireInSeconds": 300, "heartbeatSeconds": 20}');
