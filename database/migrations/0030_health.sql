-- What a watchdog and whoever runs this Stella see of all organizations together: figures, and nothing of anyone.

-- When a worker last looked for work, by the database's clock. One row for all workers: as long as one of them
-- looks, work is done.
create table heartbeats (
  part text primary key check (part in ('worker')),
  at timestamptz not null
);
grant select, insert, update on heartbeats to stella_worker;

-- The owner counts; row-level security is forced on it too. Connections it may read already (0013).
do $$
declare
  table_name text;
begin
  foreach table_name in array array['bookings', 'booking_lanes', 'relations', 'message_recipients'] loop
    execute format('create policy owner_counts on %I for select to %I using (true)', table_name, current_user);
  end loop;
end
$$;

-- Each figure with the label that tells it from its like. What is done is not counted: it only grows, and a count of
-- it would read all of it.
create function installation_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  -- Where there never was a worker the silence has no beginning.
  select 'worker_silent_seconds', '',
      coalesce(extract(epoch from clock_timestamp() - max(h.at)), 'infinity')::double precision
    from public.heartbeats h where h.part = 'worker'
  union all
  select 'bookings', b.state, count(*)::double precision
    from public.bookings b where b.state in ('planned', 'sending', 'unknown') group by b.state
  union all
  select 'bookings', b.state, count(*)::double precision
    from public.bookings b where b.state in ('rejected', 'conflict') group by b.state
  union all
  -- Of those that nothing holds up: a pause has its own alarm, and waits for people.
  select 'oldest_waiting_seconds', '', extract(epoch from clock_timestamp() - min(b.created_at))::double precision
    from public.bookings b
    join public.connections c on c.organization_id = b.organization_id and c.books_id = b.books_id
    where b.state in ('planned', 'sending', 'unknown') and c.state = 'active'
    having count(*) > 0
  union all
  select 'relations', r.state, count(*)::double precision
    from public.relations r where r.state in ('rejected', 'conflict', 'update_rejected', 'gone') group by r.state
  union all
  select 'connections', c.state, count(*)::double precision from public.connections c group by c.state
  union all
  select 'lanes_due', '', count(*)::double precision
    from public.booking_lanes l
    where l.next_at <= clock_timestamp() and (l.lease_until is null or l.lease_until <= clock_timestamp())
  union all
  select 'lanes_held', '', count(*)::double precision
    from public.booking_lanes l where l.lease_until > clock_timestamp()
  union all
  select 'breakers_open', '', count(*)::double precision
    from public.booking_lanes l where l.closed_until > clock_timestamp()
  union all
  select 'jobs_ready', j.name, count(*)::double precision
    from jobs.job j where j.state in ('created', 'retry') and j.start_after <= clock_timestamp() group by j.name
  union all
  select 'jobs_late_seconds', j.name, extract(epoch from clock_timestamp() - min(j.start_after))::double precision
    from jobs.job j where j.state in ('created', 'retry') and j.start_after <= clock_timestamp() group by j.name
  union all
  select 'message_recipients', m.state, count(*)::double precision
    from public.message_recipients m
    where m.state in ('refused', 'unknown', 'returned') and m.settled_at is null group by m.state;
end;
revoke all on function installation_figures() from public;
grant execute on function installation_figures() to stella_support;
