-- Which books a thing stands in: the administration at e-Boekhouden.nl in which a relation was added, a booking was
-- sent, and something was said. Codes do not tell, and an organization may link other books than before.

-- The owner must see all rows once, also where it is no superuser.
alter table connections no force row level security;
alter table connection_secrets no force row level security;
alter table relations no force row level security;
alter table bookings no force row level security;
alter table exchanges no force row level security;

create table books (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  -- As e-Boekhouden.nl calls the administration; the beginning of the user name where it does not say.
  name text not null,
  -- The first characters of the user name, so that a person recognises it; the name itself is sealed.
  username_hint text not null,
  -- As GetAdministraties gives it, where that is allowed and tells of one administration only.
  guid text,
  -- Keyed hashes of code 2 and of the user name, and the version of the sealing key that their key comes from.
  fingerprint_key integer,
  code_2_fingerprint bytea,
  username_fingerprint bytea,
  linked_at timestamptz not null,
  -- When other books were linked instead; null for the linked ones.
  left_at timestamptz,
  unique (organization_id, id),
  check (num_nulls(fingerprint_key, code_2_fingerprint, username_fingerprint) in (0, 3))
);
create index books_fingerprint on books (code_2_fingerprint);
create index books_guid on books (guid);

-- Of what there was nobody knows more than the beginning of the user name; the next test of the codes tells the rest.
insert into books (organization_id, name, username_hint, linked_at)
  select organization.id, coalesce(nullif(connections.username_hint, ''), organization.name),
    coalesce(connections.username_hint, ''), coalesce(connections.activated_at, clock_timestamp())
  from accounts.organization left join connections on connections.organization_id = organization.id
  where connections.id is not null
    or exists (select from relations where relations.organization_id = organization.id)
    or exists (select from exchanges where exchanges.organization_id = organization.id);

alter table connections add column books_id uuid;
update connections set books_id = books.id from books where books.organization_id = connections.organization_id;
alter table connections alter column books_id set not null;
alter table connections add foreign key (organization_id, books_id) references books (organization_id, id);
update connections set next_test_at = clock_timestamp() where state in ('active', 'paused');
-- The outcome of a booking in books that were linked before is unknown, and is still looked up there.
alter table connections add column settles_former boolean not null default false;
alter table connections drop column username_hint;

alter table connection_secrets add column books_id uuid;
update connection_secrets set books_id = connections.books_id
  from connections where connections.id = connection_secrets.connection_id;
alter table connection_secrets alter column books_id set not null;
alter table connection_secrets add foreign key (organization_id, books_id) references books (organization_id, id);
alter table connection_secrets drop constraint connection_secrets_pkey;
alter table connection_secrets add primary key (connection_id, books_id);
grant select (connection_id, organization_id, books_id) on connection_secrets to stella_app;
grant delete on connection_secrets to stella_worker;

-- A customer can be a relation in several books, in each once.
-- The worker brings along to other books what it finds out to stand nowhere, and its customer with it.
grant insert on relations to stella_worker;
alter table relations rename column books_id to id_in_books;
alter table relations add column books_id uuid;
update relations set books_id = books.id from books where books.organization_id = relations.organization_id;
alter table relations alter column books_id set not null;
alter table relations add foreign key (organization_id, books_id) references books (organization_id, id);
alter table relations drop constraint relations_organization_id_customer_id_key;
alter table relations drop constraint relations_organization_id_code_key;
alter table relations add unique (organization_id, customer_id, books_id);
-- The fields that were sent since the books last confirmed them: whoever sends anew sends these too.
alter table relations add column changing jsonb not null default '[]';
drop index relations_open;
create index relations_open on relations (organization_id, books_id, next_at)
  where state in ('planned', 'sending', 'unknown', 'outdated', 'updating');

alter table bookings add column books_id uuid;
update bookings set books_id = books.id from books where books.organization_id = bookings.organization_id;
alter table bookings alter column books_id set not null;
alter table bookings add foreign key (organization_id, books_id) references books (organization_id, id);
drop index bookings_open;
create index bookings_open on bookings (organization_id, books_id, ordinal)
  where state in ('planned', 'sending', 'unknown');
drop index bookings_to_verify;
create index bookings_to_verify on bookings (organization_id, books_id, verify_at) where state = 'booked';
drop index bookings_to_read_back;
create index bookings_to_read_back on bookings (organization_id, books_id, mutation_number) where state = 'booked';
drop index bookings_looked_up;
create index bookings_looked_up on bookings (organization_id, books_id, next_at)
  where state = 'unknown' or (state = 'planned' and look_ups > 0);
-- What was booked once, under whichever number, is never sent again.
update bookings set state = 'conflict', cause = 'missing_in_books', next_at = null
  where state in ('planned', 'rejected') and mutation_number is not null;
update bookings set state = 'unknown', claim = null, cause = 'no_answer', last_byte_at = clock_timestamp()
  where state = 'sending' and mutation_number is not null;
alter table bookings add check (mutation_number is null or state not in ('planned', 'sending'));

alter table exchanges add column books_id uuid;
update exchanges set books_id = books.id from books where books.organization_id = exchanges.organization_id;
alter table exchanges add foreign key (organization_id, books_id) references books (organization_id, id);

alter table connections force row level security;
alter table connection_secrets force row level security;
alter table relations force row level security;
alter table bookings force row level security;
alter table exchanges force row level security;

alter table books enable row level security;
alter table books force row level security;
create policy own_organization on books to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy support_reads on books for select to stella_support using (true);
grant select, insert, update on books to stella_app;
grant select on books to stella_worker;
grant select (id, organization_id, name) on books to stella_support;

-- Whether another organization has linked these books; not which. The function's owner alone looks past its own.
do $$
begin
  execute format('create policy owner_compares on books for select to %I using (true)', current_user);
  execute format('create policy owner_compares on connections for select to %I using (true)', current_user);
end
$$;
create function books_linked_elsewhere(fingerprints bytea[], administration text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return exists (
    select from public.books join public.connections on connections.books_id = books.id
    where connections.state <> 'disconnected'
      and books.organization_id <> nullif(current_setting('stella.organization_id', true), '')::uuid
      and (books.code_2_fingerprint = any (fingerprints) or books.guid = administration));
revoke all on function books_linked_elsewhere(bytea[], text) from public;
grant execute on function books_linked_elsewhere(bytea[], text) to stella_app;
