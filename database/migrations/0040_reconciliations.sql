-- «Aansluiting»: what the books have of sales in a period, as it was read, and the differences that a person found
-- right.

-- One reading of a period. It goes on page by page, the newest mutations first, and survives a restart between two.
create table reconciliations (
  id uuid not null,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  requested_at timestamptz not null,
  -- Null where Stella began it by itself, as it does daily.
  requested_by text,
  -- When the first page was asked for: what was booked later is not in it.
  began_at timestamptz,
  finished_at timestamptz,
  -- Mutations up to this number are read next.
  up_to bigint,
  calls integer not null default 0,
  mutations_read integer not null default 0,
  -- The mutations that are about sales: number, kind, date, relation, invoice number, mark, description and lines.
  sales jsonb not null default '[]',
  primary key (organization_id, id),
  foreign key (organization_id, books_id) references books (organization_id, id)
);
create index reconciliations_of_period on reconciliations (organization_id, books_id, from_day, until_day, requested_at desc);
create index reconciliations_unfinished on reconciliations (organization_id, books_id, requested_at) where finished_at is null;

-- What somebody said «is goed zo» to, and why. The key is another once an amount of the difference changes.
create table accepted_differences (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  key text not null check (key <> ''),
  reason text not null check (reason <> ''),
  accepted_by text not null,
  accepted_at timestamptz not null,
  primary key (organization_id, books_id, key),
  foreign key (organization_id, books_id) references books (organization_id, id)
);

alter table connections add column reconciliation_due_at timestamptz;
update connections set reconciliation_due_at = clock_timestamp() + interval '2 hours' where state in ('active', 'paused');

do $$
declare
  t text;
begin
  foreach t in array array['reconciliations', 'accepted_differences'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert on reconciliations to stella_app;
grant select, insert, update, delete on reconciliations to stella_worker;
grant select, insert, delete on accepted_differences to stella_app;
-- How often the service was called, and nothing of what was said.
grant select (organization_id, books_id, operation, outcome, started_at) on exchanges to stella_app;
