-- What was said, and the log, are kept as long as somebody needs them, and then go: a few hundred rows at a time, in
-- the order of their age, each looked at once in a pass. Whoever calls says how long; below the least that stands here
-- nothing goes, whatever is said.
create index exchanges_by_age on exchanges (started_at, id);
create index activities_by_age on activities (at, id);

-- The functions' owner alone looks past its own organization, and takes away.
do $$
begin
  execute format('create policy owner_removes on exchanges for all to %I using (true)', current_user);
  execute format('create policy owner_removes on activities for all to %I using (true)', current_user);
  execute format('create policy owner_removes on bookings for select to %I using (true)', current_user);
  execute format('create policy owner_removes on relations for select to %I using (true)', current_user);
end
$$;

-- Of exchanges: never one without an answer, nor one of a booking that is not verified or a relation that is not
-- settled, which may still be needed to find out what became of it.
create function remove_old_exchanges(
  after_at timestamptz, after_id uuid, answered_before timestamptz, failed_before timestamptz, rows_at_once integer,
  out looked_at integer, out removed integer, out last_at timestamptz, out last_id uuid
) language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with passed as materialized (
    select e.id, e.started_at, e.organization_id, e.booking_id, e.relation_id,
      e.finished_at is not null
        and e.started_at < least(case when e.code is null and e.outcome = 'ok' then answered_before else failed_before end,
          clock_timestamp() - interval '30 days') as is_old
    from public.exchanges e
    where (e.started_at, e.id) > (after_at, after_id)
      and e.started_at < least(answered_before, clock_timestamp() - interval '30 days')
    order by e.started_at, e.id limit least(rows_at_once, 1000)
  ), going as materialized (
    select e.id from passed join public.exchanges e on e.id = passed.id
    where passed.is_old
      and (passed.booking_id is null or exists (select from public.bookings b
        where b.organization_id = passed.organization_id and b.id = passed.booking_id and b.state = 'verified'))
      and (passed.relation_id is null or exists (select from public.relations r
        where r.organization_id = passed.organization_id and r.id = passed.relation_id and r.state = 'present'))
    for update of e skip locked
  ), gone as (
    delete from public.exchanges where id in (select id from going) returning id
  )
  select (select count(*) from passed)::integer, (select count(*) from gone)::integer,
    (select started_at from passed order by started_at desc, id desc limit 1),
    (select id from passed order by started_at desc, id desc limit 1);
end;
revoke all on function remove_old_exchanges from public;
grant execute on function remove_old_exchanges to stella_worker;

-- Of activities: those of whole years, seven at the least (Algemene wet inzake rijksbelastingen, article 52).
create function remove_old_activities(
  after_at timestamptz, after_id uuid, others_before timestamptz, invoices_before timestamptz, rows_at_once integer,
  out looked_at integer, out removed integer, out last_at timestamptz, out last_id uuid
) language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with passed as materialized (
    select a.id, a.at, a.at < case when a.subject_type = 'invoice' then invoices_before else others_before end
        and a.at < date_trunc('year', clock_timestamp(), 'Europe/Amsterdam') - interval '7 years' as is_old
    from public.activities a
    where (a.at, a.id) > (after_at, after_id) and a.at < greatest(others_before, invoices_before)
    order by a.at, a.id limit least(rows_at_once, 1000)
  ), going as materialized (
    select a.id from passed join public.activities a on a.id = passed.id
    where passed.is_old for update of a skip locked
  ), gone as (
    delete from public.activities where id in (select id from going) returning id
  )
  select (select count(*) from passed)::integer, (select count(*) from gone)::integer,
    (select at from passed order by at desc, id desc limit 1),
    (select id from passed order by at desc, id desc limit 1);
end;
revoke all on function remove_old_activities from public;
grant execute on function remove_old_activities to stella_worker;
