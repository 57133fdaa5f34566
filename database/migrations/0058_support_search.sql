-- Whoever helps on the phone hears a number and looks it up: exactly that number, mark or address, and what comes of it is
-- where to look, never what stands there. Through the indexes of each organization: there is none over all of them.
create function support_finds(sought text) returns table (
  organization_id uuid, organization_number bigint, booking_id uuid, relation_id uuid, state text, cause text, since timestamptz
) language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select o.id, o.number, b.id, null::uuid, b.state, b.cause, b.changed_at
  from accounts.organization o
  cross join lateral (
    select b1.* from public.bookings b1 where b1.organization_id = o.id and b1.invoice_number = sought
    union
    select b2.* from public.bookings b2 where b2.organization_id = o.id and b2.reference = sought
    union
    select b3.* from public.bookings b3
      where b3.organization_id = o.id and sought ~ '^[0-9]{1,18}$' and b3.state in ('booked', 'verified')
        and b3.mutation_number = case when sought ~ '^[0-9]{1,18}$' then sought::bigint end
  ) b
  union all
  select o.id, o.number, null, r.id, r.state, r.cause, r.changed_at
  from accounts.organization o
  join public.relations r on r.organization_id = o.id and r.code = upper(sought)
  union all
  select o.id, o.number, null, null, coalesce(c.state, 'none'), c.paused_cause, c.paused_at
  from accounts.organization o
  left join public.connections c on c.organization_id = o.id
  where o.number::text = sought or o.id in (
    select m.organization_id from accounts.member m join accounts."user" u on u.id = m.user_id
    where u.email = lower(sought))
  limit 100;
end;
revoke all on function support_finds(text) from public;
grant execute on function support_finds(text) to stella_support;

-- How e-Boekhouden.nl answered all of Stella, by quarters of an hour.
create function service_answers(since timestamptz) returns table (
  quarter timestamptz, answered integer, refused integer, unanswered integer, median_ms integer
) language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select date_bin('15 minutes', e.started_at, timestamptz '2000-01-01 00:00:00Z'),
    (count(*) filter (where e.code is null and e.outcome = 'ok'))::integer,
    (count(*) filter (where e.code is not null))::integer,
    (count(*) filter (where e.code is null and e.outcome <> 'ok' and e.outcome <> 'not_sent'))::integer,
    (percentile_cont(0.5) within group (order by extract(epoch from e.finished_at - e.started_at) * 1000)
      filter (where e.outcome = 'ok'))::integer
  from public.exchanges e
  where e.started_at >= since and e.finished_at is not null
  group by 1 order by 1;
end;
revoke all on function service_answers(timestamptz) from public;
grant execute on function service_answers(timestamptz) to stella_support;

-- What fails, by its cause: of how many organizations, how much, since when.
create function failures_by_cause() returns table (
  cause text, organizations integer, bookings integer, relations integer, pauses integer, since timestamptz
) language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select f.cause, count(distinct f.organization_id)::integer,
    (count(*) filter (where f.kind = 'booking'))::integer,
    (count(*) filter (where f.kind = 'relation'))::integer,
    (count(*) filter (where f.kind = 'pause'))::integer,
    min(f.since)
  from (
    select b.cause, b.organization_id, 'booking' as kind, b.changed_at as since
      from public.bookings b where b.state in ('rejected', 'conflict')
    union all
    select r.cause, r.organization_id, 'relation', r.changed_at
      from public.relations r where r.state in ('rejected', 'conflict', 'update_rejected', 'gone')
    union all
    select c.paused_cause, c.organization_id, 'pause', c.paused_at
      from public.connections c where c.state = 'paused'
  ) f
  where f.cause is not null
  group by f.cause
  order by 2 desc, 6;
end;
revoke all on function failures_by_cause() from public;
grant execute on function failures_by_cause() to stella_support;

do $$
begin
  execute format('create policy owner_counts on exchanges for select to %I using (true)', current_user);
end
$$;
