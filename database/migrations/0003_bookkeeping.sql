-- The link of an organization to its books, and the work that goes over it: relations and bookings, each with
-- its state, the lane that serialises them, and what was said to e-Boekhouden.nl and back.
--
-- References carry the organization too, as in 0002. Times come from the engine's clock, as an argument of
-- every statement, and never from now(): the same engine then runs in a simulation with a clock of its own,
-- and a test need not wait real minutes.

create table connections (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null unique
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  state text not null check (state in ('active', 'paused', 'disconnected')),
  paused_cause text check ((state = 'paused') = (paused_cause is not null)),
  -- The first characters of the user name, so that a person recognises it; the name itself is sealed.
  username_hint text not null,
  -- Grows with every new set of codes: a session opened with older ones is not used again.
  codes_version integer not null default 1,
  -- The accounts sales are booked on, with their names in the books when they were last read.
  debtors_account text not null default '1300',
  debtors_account_name text not null default 'Debiteuren',
  revenue_account text not null default '8000',
  revenue_account_name text not null default 'Omzet',
  activated_at timestamptz not null,
  disconnected_at timestamptz,
  test_requested_at timestamptz,
  tested_at timestamptz,
  test_cause text,
  next_test_at timestamptz,
  unique (organization_id, id)
);

-- The three codes, sealed. The web's role may write a row and never read one; the worker may read.
create table connection_secrets (
  connection_id uuid primary key,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  key_version integer not null,
  wrapped_key bytea not null,
  sealed_codes bytea not null,
  sealed_at timestamptz not null,
  foreign key (organization_id, connection_id) references connections (organization_id, id)
);
create index connection_secrets_organization on connection_secrets (organization_id);

-- One row per customer that is, or will be, a relation in the books. «present», «outdated», «updating» and
-- «update_rejected» all mean that it stands there; the last three are about newer details.
create table relations (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  customer_id uuid not null,
  code text not null check (char_length(code) between 1 and 15),
  state text not null check (state in (
    'planned', 'sending', 'unknown', 'present', 'outdated', 'updating', 'update_rejected', 'rejected', 'conflict')),
  books_id bigint,
  -- What was sent last, or is being sent: a later change of the customer is seen by comparing with it.
  content jsonb,
  attempts integer not null default 0,
  failing_since timestamptz,
  next_at timestamptz,
  claim bigint,
  -- No byte of the last request left later than this; look-ups that find nothing are judged from here.
  last_byte_at timestamptz,
  look_ups integer not null default 0,
  absent_since timestamptz,
  taken boolean not null default false,
  cause text,
  cause_code text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organization_id, id),
  unique (organization_id, customer_id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customers (organization_id, id)
);
create index relations_open on relations (organization_id, next_at)
  where state in ('planned', 'sending', 'unknown', 'outdated', 'updating');
create index relations_failing on relations (changed_at) where state in ('rejected', 'conflict', 'update_rejected');

-- One row per final invoice of a connected organization: the mutation as it will be sent, and how far it is.
create table bookings (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null unique,
  relation_id uuid not null,
  -- Drawn in the transaction that drew the invoice number, so it has the order of the numbers of a series.
  ordinal bigint generated always as identity,
  invoice_number text not null,
  reference text not null,
  state text not null check (state in (
    'planned', 'sending', 'unknown', 'booked', 'verified', 'rejected', 'conflict')),
  -- The mutation to send, frozen here; null when it could not be planned, which the cause then explains.
  mutation jsonb,
  mutation_number bigint check (mutation_number > 0),
  attempts integer not null default 0,
  failing_since timestamptz,
  next_at timestamptz,
  claim bigint,
  last_byte_at timestamptz,
  look_ups integer not null default 0,
  absent_since timestamptz,
  taken boolean not null default false,
  cause text,
  cause_code text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  booked_at timestamptz,
  verified_at timestamptz,
  verify_at timestamptz,
  unique (organization_id, id),
  unique (organization_id, invoice_number),
  unique (organization_id, reference),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, relation_id) references relations (organization_id, id),
  check ((state in ('booked', 'verified')) <= (mutation_number is not null)),
  check (mutation is not null or state = 'rejected')
);
create index bookings_open on bookings (organization_id, ordinal) where state in ('planned', 'sending', 'unknown');
create index bookings_sending on bookings (organization_id) where state = 'sending';
create index bookings_to_verify on bookings (organization_id, verify_at) where state = 'booked';
create index bookings_failing on bookings (changed_at) where state in ('rejected', 'conflict');
create index bookings_of_organization on bookings (organization_id, state);
create index bookings_relation on bookings (organization_id, relation_id);

-- One row per organization with a connection. Whoever holds the lease is the only one to call for it; the
-- token grows with every claim, so a holder that slept through its lease is recognised by its old token.
create table booking_lanes (
  organization_id uuid primary key
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  next_at timestamptz,
  leased_by text,
  lease_until timestamptz,
  lease_token bigint not null default 0,
  failures_in_row integer not null default 0,
  closed_until timestamptz
);
create index booking_lanes_due on booking_lanes (next_at) where next_at is not null;

-- Every remote call, without codes and session ids. The row of a writing call exists before the call: one that
-- was never finished is visible as such.
create table exchanges (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  booking_id uuid,
  relation_id uuid,
  operation text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text,
  code text,
  http_status integer,
  request text,
  response text,
  foreign key (organization_id, booking_id) references bookings (organization_id, id),
  foreign key (organization_id, relation_id) references relations (organization_id, id)
);
create index exchanges_booking on exchanges (booking_id, started_at) where booking_id is not null;
create index exchanges_relation on exchanges (relation_id, started_at) where relation_id is not null;
create index exchanges_organization on exchanges (organization_id, started_at);

do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'connections', 'connection_secrets', 'relations', 'bookings', 'booking_lanes', 'exchanges'
  ] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format(
      'create policy own_organization on %I to stella_app, stella_worker
         using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
         with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)',
      table_name);
  end loop;
  -- Support reads the failures of all organizations, and never a secret.
  foreach table_name in array array['connections', 'relations', 'bookings', 'exchanges'] loop
    execute format('create policy support_reads on %I for select to stella_support using (true)', table_name);
    execute format('grant select on %I to stella_support', table_name);
  end loop;
end
$$;

-- A worker looks for lanes before it knows whose they are; a lane says nothing but when and by whom.
create policy worker_finds_lanes on booking_lanes to stella_worker using (true) with check (true);

grant select, insert, update on connections, relations, bookings, booking_lanes to stella_app;
grant select on exchanges to stella_app;
grant insert, delete on connection_secrets to stella_app;
grant select (connection_id, organization_id) on connection_secrets to stella_app;

grant select, update on connections, relations, bookings, booking_lanes to stella_worker;
grant select on connection_secrets to stella_worker;
grant select, insert, update on exchanges to stella_worker;
