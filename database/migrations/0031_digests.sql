-- A mail in the morning to whoever runs an organization, while something waits for a person there. It is found out
-- by the mail and not by the worker, so that a worker that stands still is told of too.

-- By one's own choice, for each organization one works for.
alter table accounts.member add column digest boolean not null default true;
grant select (digest) on accounts.member to stella_mail;

-- When an organization was last told.
create table digests (
  organization_id uuid primary key
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  told_at timestamptz not null
);
alter table digests enable row level security;
alter table digests force row level security;
create policy own_organization on digests to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert, update on digests to stella_mail;

-- Of what failed or waits the mail says how much, the cause, and the number of one invoice.
create policy mail_reads on bookings for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_reads on relations for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select (organization_id, books_id, state, cause, invoice_number, ordinal, created_at, changed_at) on bookings
  to stella_mail;
grant select (organization_id, state, cause, changed_at) on relations to stella_mail;
grant select (books_id) on connections to stella_mail;

do $$
begin
  execute format('create policy owner_counts on digests for select to %I using (true)', current_user);
end
$$;

-- The organizations to tell this morning: where until then something began to wait for a person since they were last
-- told, or a week went by and it still does. At most so many; the next look finds the rest.
create function organizations_to_tell(at timestamptz, morning timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with needs (organization_id, since) as (
    select b.organization_id, b.changed_at from public.bookings b where b.state in ('rejected', 'conflict')
    union all
    select r.organization_id, r.changed_at
      from public.relations r where r.state in ('rejected', 'conflict', 'update_rejected', 'gone')
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
revoke all on function organizations_to_tell(timestamptz, timestamptz, integer) from public;
grant execute on function organizations_to_tell(timestamptz, timestamptz, integer) to stella_mail;

-- Until evening; what is not delivered by then is said the next morning.
select jobs.create_queue('digest', '{"policy": "standard", "retryLimit": 60, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
