-- Somebody asks the support for help with what failed or waits: a case, with the question, the answers, and until when
-- the support may look at that one thing. Without such consent the support sees that something fails, where and why,
-- and nothing of whose invoice says what.

-- What people and support call an administration between them; it says nothing of who it is.
alter table accounts.organization add column number bigint generated always as identity (start with 1001);
alter table accounts.organization add unique (number);
grant select (number) on accounts.organization to stella_app, stella_support;

create table cases (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity (start with 101),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  -- What it is about: an invoice with its booking and its customer, a customer with its relation, or else the
  -- connection. No reference to the relation: one that was never sent may be forgotten.
  booking_id uuid,
  invoice_id uuid,
  relation_id uuid,
  customer_id uuid,
  state text not null default 'asked' check (state in ('asked', 'answered', 'closed')),
  -- No reference: whoever left stays named.
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  consent_until timestamptz not null,
  consent_ended_at timestamptz,
  outcome text check (outcome in ('mended', 'explained', 'elsewhere', 'defect', 'withdrawn')),
  closed_at timestamptz,
  unique (number),
  unique (organization_id, id),
  foreign key (organization_id, booking_id) references bookings (organization_id, id),
  check ((booking_id is null) = (invoice_id is null)),
  check ((relation_id is null) = (customer_id is null)),
  check ((state = 'closed') = (outcome is not null) and (state = 'closed') = (closed_at is not null)),
  check (state <> 'closed' or consent_ended_at is not null)
);
-- One at a time about one thing: two would be answered twice.
create unique index cases_open on cases (organization_id, coalesce(booking_id, relation_id, organization_id))
  where state <> 'closed';
create index cases_by_age on cases (opened_at, id) where state <> 'closed';
create index cases_of_organization on cases (organization_id, opened_at desc);
create index cases_booking on cases (organization_id, booking_id) where booking_id is not null;
create index cases_invoice on cases (invoice_id) where invoice_id is not null;
create index cases_customer on cases (customer_id) where customer_id is not null;

create table case_messages (
  id uuid primary key default gen_random_uuid(),
  position bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  case_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  author_kind text not null check (author_kind in ('customer', 'support')),
  author_name text not null,
  body text not null check (char_length(body) between 1 and 4000),
  foreign key (organization_id, case_id) references cases (organization_id, id)
);
create index case_messages_of_case on case_messages (organization_id, case_id, position);

-- A change of the customer's details that the support proposes; it is made when somebody of the organization accepts.
create table case_proposals (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  case_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  author_name text not null,
  customer_id uuid not null,
  field text not null,
  before text not null,
  after text not null check (char_length(after) <= 200),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decided_at timestamptz,
  decided_by_name text,
  check ((state = 'open') = (decided_at is null)),
  foreign key (organization_id, case_id) references cases (organization_id, id)
);
create index case_proposals_of_case on case_proposals (organization_id, case_id, at);

do $$
declare
  table_name text;
begin
  foreach table_name in array array['cases', 'case_messages', 'case_proposals'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format(
      'create policy own_organization on %I to stella_app
         using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
         with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)',
      table_name);
    execute format('create policy owner_reads on %I for select to %I using (true)', table_name, current_user);
  end loop;
end
$$;
-- The question is put to the support, so it stays readable; what is proposed says what stands at the customer.
create policy support_reads on cases for select to stella_support using (true);
create policy support_reads on case_messages for select to stella_support using (true);
create policy support_reads on case_proposals for select to stella_support using (exists (
  select from cases c where c.id = case_proposals.case_id
    and c.consent_until > now() and c.consent_ended_at is null));
grant select on cases, case_messages, case_proposals to stella_app;
grant select (
  id, number, organization_id, booking_id, invoice_id, relation_id, customer_id, state, opened_by_name, opened_at,
  changed_at, consent_until, consent_ended_at, outcome
) on cases to stella_support;
grant select (id, position, case_id, at, author_kind, author_name, body) on case_messages to stella_support;
grant select (id, case_id, at, author_name, customer_id, field, before, after, state, decided_by_name)
  on case_proposals to stella_support;
grant insert, update (state, changed_at, consent_until, consent_ended_at, outcome, closed_at) on cases to stella_app;
grant insert on case_messages to stella_app;
grant insert, update (state, decided_at, decided_by_name) on case_proposals to stella_app;

-- What the support sees of all: that something fails, its cause and its code. What the customer's rows say it sees
-- with consent alone, and then of that one thing.
revoke select (invoice_number, mutation, mutation_number, reference) on bookings from stella_support;
revoke select (code) on relations from stella_support;
grant select (number) on invoices to stella_support;
grant select (contact_name, address, postal_code, city, email, phone, kvk_number, vat_number) on customers
  to stella_support;

drop policy support_reads on accounts.organization;
create policy support_knows_number on accounts.organization for select to stella_support using (true);
revoke select (name) on accounts.organization from stella_support;

drop policy support_reads on books;
create policy support_reads on books for select to stella_support using (exists (
  select from cases c where c.organization_id = books.organization_id
    and c.consent_until > now() and c.consent_ended_at is null));
drop policy support_reads on customers;
create policy support_reads on customers for select to stella_support using (exists (
  select from cases c where c.customer_id = customers.id
    and c.consent_until > now() and c.consent_ended_at is null));
drop policy support_reads on invoices;
create policy support_reads on invoices for select to stella_support using (exists (
  select from cases c where c.invoice_id = invoices.id
    and c.consent_until > now() and c.consent_ended_at is null));
drop policy support_reads on message_recipients;
create policy support_reads on message_recipients for select to stella_support using (exists (
  select from cases c where c.invoice_id = message_recipients.invoice_id
    and c.consent_until > now() and c.consent_ended_at is null));
drop policy support_reads on exchanges;
create policy support_reads on exchanges for select to stella_support using (exists (
  select from cases c where (c.booking_id = exchanges.booking_id or c.relation_id = exchanges.relation_id)
    and c.consent_until > now() and c.consent_ended_at is null));
drop policy support_reads on activities;
create policy support_reads on activities for select to stella_support using (exists (
  select from cases c where c.organization_id = activities.organization_id
    and (c.invoice_id = activities.subject_id or c.customer_id = activities.subject_id
      or (c.customer_id is null and activities.subject_type = 'connection'))
    and c.consent_until > now() and c.consent_ended_at is null));

-- Names and codes that stand in rows of which the support may know the rest.
create function names_in_sight(of_organization uuid, of_booking uuid, of_relation uuid,
  out organization_name text, out reference text, out mutation_number bigint, out is_planned boolean,
  out relation_code text
) language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select o.name, b.reference, b.mutation_number, b.mutation is not null, r.code
  from accounts.organization o
  left join public.bookings b on b.organization_id = o.id and b.id = of_booking and exists (
    select from public.cases c where c.booking_id = b.id
      and c.consent_until > now() and c.consent_ended_at is null)
  left join public.relations r on r.organization_id = o.id and r.id = coalesce(of_relation, b.relation_id) and exists (
    select from public.cases c where c.relation_id = r.id
      and c.consent_until > now() and c.consent_ended_at is null)
  where o.id = of_organization and exists (
    select from public.cases c where c.organization_id = o.id
      and c.consent_until > now() and c.consent_ended_at is null)
  limit 1;
end;
revoke all on function names_in_sight(uuid, uuid, uuid) from public;
grant execute on function names_in_sight(uuid, uuid, uuid) to stella_support;

-- What the support does with a case stands in the audit too, and both in the chain that the owners read.
alter table support_audit add column case_id uuid;
alter table support_audit add foreign key (organization_id, case_id) references cases (organization_id, id);
alter table support_audit drop constraint support_audit_check;
alter table support_audit add check (num_nonnulls(booking_id, relation_id) <= 1
  and num_nonnulls(booking_id, relation_id, case_id) >= 1);
alter table support_audit drop constraint support_audit_action_check;
alter table support_audit add constraint support_audit_action_check check (action in (
  'looked_at', 'offered_again', 'answered', 'proposed', 'closed'));
create index support_audit_of_booking on support_audit (organization_id, booking_id) where booking_id is not null;
alter table audit_entries drop constraint audit_entries_actor_kind_check;
alter table audit_entries add constraint audit_entries_actor_kind_check check (actor_kind in (
  'person', 'program', 'operator', 'support'));
do $$
begin
  execute format('create policy owner_reads on support_audit for select to %I using (true)', current_user);
end
$$;

-- A page that stays open looks again every few seconds: one look, until a quarter of an hour has passed.
drop function record_support_audit(text, uuid, uuid, uuid, text);
create function record_support_audit(
  token_hash text, of_organization uuid, of_booking uuid, of_relation uuid, of_case uuid, what text
) returns text language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  person record;
  about text;
  former text := current_setting('stella.organization_id', true);
begin
  select u.id, u.name into person
  from accounts.session s join accounts."user" u on u.id = s.user_id
  where s.token = token_hash and s.expires_at > clock_timestamp() and s.impersonated_by is null
    and u.role = 'support' and u.banned is not true;
  if not found then
    raise exception 'nobody of the support desk has this session' using errcode = 'ST005';
  end if;
  if what = 'looked_at' and exists (
    select from public.support_audit a
    where a.organization_id = of_organization and a.user_id = person.id and a.action = what
      and a.booking_id is not distinct from of_booking and a.relation_id is not distinct from of_relation
      and a.case_id is not distinct from of_case and a.at > clock_timestamp() - interval '15 minutes'
  ) then
    return person.name;
  end if;
  insert into public.support_audit (organization_id, user_id, user_name, action, booking_id, relation_id, case_id)
  values (of_organization, person.id, person.name, what, of_booking, of_relation, of_case);
  about := coalesce(
    (select '#' || c.number from public.cases c where c.organization_id = of_organization and c.id = of_case),
    (select b.invoice_number from public.bookings b where b.organization_id = of_organization and b.id = of_booking),
    (select r.code from public.relations r where r.organization_id = of_organization and r.id = of_relation));
  perform set_config('stella.organization_id', of_organization::text, true);
  perform public.record_audit(of_organization, 'support', person.id, person.name, null, 'support_' || what, about,
    null, null);
  perform set_config('stella.organization_id', coalesce(former, ''), true);
  return person.name;
end
$$;
revoke execute on function record_support_audit(text, uuid, uuid, uuid, uuid, text) from public;
grant execute on function record_support_audit(text, uuid, uuid, uuid, uuid, text) to stella_app, stella_support;

-- What changed of late, of whoever consented: codes, numbering, and Stella itself. What was changed stays with them.
create function changes_before_case(of_case uuid) returns table (at timestamptz, what text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select e.at, e.action
  from public.cases c join public.audit_entries e on e.organization_id = c.organization_id
  where c.id = of_case and c.consent_until > now() and c.consent_ended_at is null
    and e.at > c.opened_at - interval '60 days'
    and e.action in ('connection_activated', 'connection_ended', 'series_changed', 'series_moved', 'proposal_accepted')
  union all
  select max(m.applied_at), 'stella_updated'
  from public.cases c join public.schema_migrations m on m.applied_at > c.opened_at - interval '60 days'
  where c.id = of_case and c.consent_until > now() and c.consent_ended_at is null
  having count(*) > 0
  order by 1 desc limit 20;
end;
revoke all on function changes_before_case(uuid) from public;
grant execute on function changes_before_case(uuid) to stella_support;
