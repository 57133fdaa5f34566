-- The bookkeeper's list: of every organization that somebody works for, whether Stella and its books agree, since when,
-- and what waits for whom.

-- How a period of some books stood when they were last read, or when somebody last said of a difference that it is right.
create table reconciliation_verdicts (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- When reading of the books began, and who asked for it; null where Stella looked by itself.
  read_at timestamptz not null,
  looked_by text,
  -- Those that nobody found right, and what they come to: Stella minus the books, in cents.
  open_differences integer not null check (open_differences >= 0),
  net bigint not null,
  vat bigint not null,
  -- Since when it agrees, or does not.
  since timestamptz not null,
  primary key (organization_id, books_id, from_day, until_day),
  foreign key (organization_id, books_id) references books (organization_id, id)
);
alter table reconciliation_verdicts enable row level security;
alter table reconciliation_verdicts force row level security;
create policy own_organization on reconciliation_verdicts to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
-- The worker judges what it read, the web what somebody found right since.
grant select, insert, update on reconciliation_verdicts to stella_app, stella_worker;
grant select on accepted_differences to stella_worker;

-- The owner reads them for whoever works there; row-level security is forced on it too.
do $$
declare
  table_name text;
begin
  foreach table_name in array array['invoices', 'payments', 'reconciliations', 'reconciliation_verdicts'] loop
    execute format('create policy owner_lists on %I for select to %I using (true)', table_name, current_user);
  end loop;
end
$$;

-- Of all organizations that the person of a session works for: who that is a session decides and nothing that a statement
-- says, since the web may read no session and so can choose no other's.
create function standings_of_session(token_hash text, first_day date, last_day date, today date) returns table (
  organization_id uuid, organization_name text, role text, state text, paused_cause text, paused_at timestamptz,
  waiting integer, failed integer, failed_cause text, failed_since timestamptz,
  outstanding bigint, overdue bigint, overdue_count integer,
  read_at timestamptz, looked_by text, open_differences integer, net bigint, vat bigint, since timestamptz,
  is_being_read boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select o.id, o.name, m.role, coalesce(c.state, 'none'), c.paused_cause, c.paused_at,
    b.waiting, b.failed, b.failed_cause, b.failed_since, p.outstanding, p.overdue, p.overdue_count,
    v.read_at, v.looked_by, v.open_differences, v.net, v.vat, v.since,
    exists (select from public.reconciliations r
      where r.organization_id = o.id and r.books_id = c.books_id and r.finished_at is null
        and r.from_day = first_day and r.until_day = last_day)
  from accounts.session s
  join accounts."user" u on u.id = s.user_id and u.banned is not true
  join accounts.member m on m.user_id = u.id
  join accounts.organization o on o.id = m.organization_id
  left join public.connections c on c.organization_id = o.id
  left join public.reconciliation_verdicts v on v.organization_id = o.id and v.books_id = c.books_id
    and v.from_day = first_day and v.until_day = last_day
  cross join lateral (
    select (count(*) filter (where b1.state in ('planned', 'sending', 'unknown')))::integer as waiting,
      (count(*) filter (where b1.state in ('rejected', 'conflict')))::integer as failed,
      mode() within group (order by b1.cause) filter (where b1.state in ('rejected', 'conflict')) as failed_cause,
      min(b1.changed_at) filter (where b1.state in ('rejected', 'conflict')) as failed_since
    from public.bookings b1
    where b1.organization_id = o.id and b1.state in ('planned', 'sending', 'unknown', 'rejected', 'conflict')
  ) b
  cross join lateral (
    select coalesce(sum(w.amount), 0)::bigint as outstanding,
      coalesce(sum(w.amount) filter (where w.is_late), 0)::bigint as overdue,
      (count(*) filter (where w.is_late))::integer as overdue_count
    from (
      select sum(coalesce(paid.outstanding, i.total_gross)) as amount,
        -- Of the invoice itself: its credit notes have no day on which they are due.
        coalesce(bool_or(i.credits_id is null and i.invoice_date + i.payment_term_days < today), false)
          and sum(coalesce(paid.outstanding, i.total_gross)) > 0 as is_late
      from public.invoices i
      left join public.payments paid on paid.organization_id = i.organization_id and paid.invoice_id = i.id
      where i.organization_id = o.id and i.state = 'final' and coalesce(paid.outstanding, i.total_gross) <> 0
      group by coalesce(i.credits_id, i.id)
    ) w
  ) p
  where s.token = token_hash and s.expires_at > clock_timestamp() and s.impersonated_by is null;
end;
revoke all on function standings_of_session(text, date, date, date) from public;
grant execute on function standings_of_session(text, date, date, date) to stella_app;
