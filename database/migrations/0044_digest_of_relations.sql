-- The mail in the morning tells of the relations that Overzicht tells of: those in the linked books, and of a customer
-- that went up in another only what its own invoices wait for.

create policy mail_reads on customers for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select (organization_id, id, merged_into) on customers to stella_mail;
grant select (id, books_id, customer_id) on relations to stella_mail;
grant select (relation_id) on bookings to stella_mail;

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
            and b.state not in ('booked', 'verified')))
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
