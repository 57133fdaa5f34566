-- What the support desk needs: who looked at which booking and who offered it again. Rows are only ever added,
-- and the organization can read who was there.

create table support_audit (
  id uuid primary key default gen_random_uuid(),
  position bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  at timestamptz not null default clock_timestamp(),
  -- No reference: the account of somebody who left is deleted, what they did stays known.
  user_id uuid not null,
  user_name text not null,
  action text not null check (action in ('looked_at', 'offered_again')),
  booking_id uuid not null,
  foreign key (organization_id, booking_id) references bookings (organization_id, id)
);
create index support_audit_by_position on support_audit (organization_id, position desc);

alter table support_audit enable row level security;
alter table support_audit force row level security;
create policy own_organization on support_audit to stella_app
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy support_reads on support_audit for select to stella_support using (true);
create policy support_adds on support_audit for insert to stella_support with check (true);
grant select, insert on support_audit to stella_app, stella_support;

-- The due date of an invoice is part of what names a failure.
grant select (payment_term_days) on invoices to stella_support;
