-- What a person who knows better says of a final invoice: that a mutation in the books is it («al geboekt»), or that it
-- is not to be booked («niet boeken», with why).

do $$
declare
  name text;
begin
  for name in
    select conname from pg_constraint where conrelid = 'bookings'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ '(ARRAY\[''planned''.*''conflict''|mutation IS NOT NULL)'
  loop
    execute format('alter table bookings drop constraint %I', name);
  end loop;
end
$$;
alter table bookings add check (state in (
  'planned', 'sending', 'unknown', 'booked', 'verified', 'rejected', 'conflict', 'adopted', 'excluded'));
-- What is never sent need not be planned.
alter table bookings add check (mutation is not null or state in ('rejected', 'adopted', 'excluded'));
alter table bookings add check (state <> 'adopted' or mutation_number is not null);
-- Two invoices are not the same mutation, also where two people say so at once.
create unique index bookings_adopted on bookings (organization_id, books_id, mutation_number) where state = 'adopted';

-- Somebody asks what stands under a number in the linked books; a worker reads it there, as it alone can.
create table mutation_readings (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  invoice_id uuid not null,
  mutation_number bigint not null check (mutation_number > 0),
  asked_at timestamptz not null,
  -- Until then a worker has it in hand; after that it is another's to take.
  taken_until timestamptz,
  read_at timestamptz,
  -- Why it could not be read, as a code of the causes; null where it was.
  cause text,
  -- The mutation as it stood there, amounts as texts of cents; null where there is none under the number.
  found jsonb,
  primary key (organization_id, id),
  foreign key (organization_id, books_id) references books (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
create index mutation_readings_waiting on mutation_readings (asked_at) where read_at is null;
create index mutation_readings_of_invoice on mutation_readings (organization_id, invoice_id);

create table booking_overrides (
  id uuid not null default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  kind text not null check (kind in ('adopted', 'excluded')),
  reason text check (reason <> ''),
  -- Of an adoption: which mutation of which books, as it stood there when somebody said so.
  books_id uuid,
  mutation_number bigint,
  found jsonb,
  -- Where the booking stood before, and the mutation that it had; null where the invoice had no booking.
  former_state text,
  former_mutation_number bigint,
  decided_at timestamptz not null,
  decided_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, books_id) references books (organization_id, id),
  check ((kind = 'adopted') = (num_nulls(books_id, mutation_number, found) = 0)),
  check ((kind = 'excluded') = (reason is not null)),
  check ((undone_at is null) = (undone_by is null))
);
-- One at a time of each invoice: of two people who decide at once, one does.
create unique index booking_overrides_in_force on booking_overrides (organization_id, invoice_id)
  where undone_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['mutation_readings', 'booking_overrides'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
-- A worker looks for what is asked before it knows whose it is, and hears no more than that.
do $$
begin
  execute format('create policy owner_finds on mutation_readings for select to %I using (true)', current_user);
end
$$;
create function mutation_readings_to_do(at timestamptz, most integer, out organization_id uuid, out reading_id uuid)
  returns setof record
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select r.organization_id, r.id from public.mutation_readings r
    where r.read_at is null and (r.taken_until is null or r.taken_until <= at)
    order by r.asked_at limit most;
end;
revoke all on function mutation_readings_to_do from public;
grant execute on function mutation_readings_to_do to stella_worker;

grant select, insert on mutation_readings to stella_app;
grant select, update on mutation_readings to stella_worker;
grant select, insert, update (undone_at, undone_by) on booking_overrides to stella_app;

-- An adoption that is taken back leaves no booking where there was none before; no other booking ever goes.
grant delete on bookings to stella_app;
create policy only_adopted_goes on bookings as restrictive for delete to stella_app using (
  state = 'adopted' and exists (select from booking_overrides o
    where o.organization_id = bookings.organization_id and o.invoice_id = bookings.invoice_id
      and o.kind = 'adopted' and o.former_state is null and o.undone_at is null));

-- What a person decided of waits for no relation.
create or replace function organizations_to_tell(at timestamptz, morning timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with needs (organization_id, since) as (
    select b.organization_id, b.changed_at from public.bookings b where b.state in ('rejected', 'conflict')
    union all
    select r.organization_id, r.changed_at
      from public.relations r
      join public.connections c on c.organization_id = r.organization_id and c.books_id = r.books_id
      join public.customers k on k.organization_id = r.organization_id and k.id = r.customer_id
      where r.state in ('rejected', 'conflict', 'update_rejected', 'gone')
        and (k.merged_into is null or exists (
          select from public.bookings b where b.organization_id = r.organization_id and b.relation_id = r.id
            and b.state not in ('booked', 'verified', 'adopted', 'excluded')))
    union all
    select m.organization_id, m.changed_at
      from public.message_recipients m
      where m.state in ('refused', 'unknown', 'returned') and m.settled_at is null
    union all
    -- A pause is told by itself; a booking that waits for a day without one has nobody else to tell of it.
    select b.organization_id, b.created_at + interval '1 day'
      from public.bookings b
      join public.connections c on c.organization_id = b.organization_id and c.books_id = b.books_id
      where b.state in ('planned', 'sending', 'unknown') and c.state = 'active'
        and b.created_at < at - interval '1 day'
  )
  select n.organization_id
    from needs n left join public.digests d on d.organization_id = n.organization_id
    where n.since <= morning and (d.told_at is null or d.told_at < morning)
    group by n.organization_id, d.told_at
    -- Half a day short of a week: the mornings of two weeks are not the same to the minute.
    having d.told_at is null or max(n.since) > d.told_at or d.told_at < at - interval '6 days 12 hours'
    order by 1
    limit most;
end;
