-- What is known of the payment of final invoices: read from the open items of the books an invoice stands in, or said
-- by a person where it stands in none.

-- One row per invoice of which something else is known than that all of it is open.
create table payments (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  -- The books it was read from; null where a person said it.
  books_id uuid,
  -- Whole cents, of this document alone: a credit note has its own, negative.
  outstanding bigint not null,
  settled_as text check (settled_as in ('paid', 'written_off')),
  -- Of the last mutation that settled it, and the numbers of all: '4402, 4433'.
  paid_on date,
  mutation_numbers text,
  -- What one reading says and is not believed yet: it takes a second one.
  pending_outstanding bigint,
  pending_since timestamptz,
  -- Since when `outstanding` is known.
  known_at timestamptz not null,
  said_by text,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, books_id) references books (organization_id, id),
  check (num_nulls(pending_outstanding, pending_since) in (0, 2)),
  check ((books_id is null) = (said_by is not null))
);
create index payments_pending on payments (organization_id, books_id) where pending_since is not null;

-- Money that stands in the books under a number that nobody invoiced, of a relation that Stella knows: as it was read
-- last.
create table stray_payments (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  invoice_number text not null,
  relation_code text not null,
  date date not null,
  amount bigint not null,
  known_at timestamptz not null,
  primary key (organization_id, books_id, relation_code, invoice_number),
  foreign key (organization_id, books_id) references books (organization_id, id)
);

-- When the open items of these books were last read, and when the linked ones are read next.
alter table books add column open_items_read_at timestamptz;
alter table connections add column payments_due_at timestamptz;
update connections set payments_due_at = clock_timestamp() + interval '1 hour' where state in ('active', 'paused');

-- What the log says of a payment is about the invoice, and yet says nothing about its booking.
alter table activities drop constraint activities_subject_type_check;
alter table activities add constraint activities_subject_type_check
  check (subject_type in ('invoice', 'relation', 'customer', 'connection', 'organization', 'message', 'payment'));

do $$
declare
  t text;
begin
  foreach t in array array['payments', 'stray_payments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
-- The web writes only what a person says, the worker what it reads.
grant select, insert, update, delete on payments to stella_app;
grant select, insert, update on payments to stella_worker;
grant select on stray_payments to stella_app;
grant select, insert, delete on stray_payments to stella_worker;
grant update (open_items_read_at) on books to stella_worker;
