-- Everything of a period as one archive, kept for a week for whoever is signed in.

create table exports (
  id uuid not null default gen_random_uuid(),
  ordinal bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- Whether each invoice comes along as PDF and as UBL.
  with_documents boolean not null,
  language text not null check (language in ('nl', 'en')),
  -- database/src/exports/exports.ts says what each means.
  state text not null default 'making' check (state in ('making', 'ready', 'failed')),
  -- Invoices, of those that there are.
  invoices_done integer not null default 0,
  invoices_total integer not null default 0,
  size bigint,
  requested_by text,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (organization_id, id)
);
create index exports_by_ordinal on exports (organization_id, ordinal desc);
-- One at a time: it reads everything there is.
create unique index exports_being_made on exports (organization_id) where state = 'making';

-- The archive in parts, so that nobody holds the whole of it.
create table export_parts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  export_id uuid not null,
  position integer not null check (position >= 0),
  bytes bytea not null,
  primary key (organization_id, export_id, position),
  foreign key (organization_id, export_id) references exports (organization_id, id) on delete cascade
);
-- It is compressed already.
alter table export_parts alter column bytes set storage external;

do $$
declare
  t text;
begin
  foreach t in array array['exports', 'export_parts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert, delete, update (state, invoices_done, invoices_total, size, expires_at) on exports to stella_app;
grant select, insert, delete on export_parts to stella_app;

-- An archive that was being made when its process died is made anew; once it is a week old its job takes it away.
select jobs.create_queue('export', '{"policy": "standard", "retryLimit": 5, "retryDelay": 1,
  "retryBackoff": true, "retryDelayMax": 60, "expireInSeconds": 21600, "heartbeatSeconds": 20, "retentionSeconds": 1209600}');
