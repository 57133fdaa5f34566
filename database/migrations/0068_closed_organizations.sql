-- An organization is closed by its owner: nobody works in it any more, nothing leaves it, and its codes are forgotten. For
-- a month it can be opened again; then what nobody has to keep goes. What the law has kept stays. See docs/decisions/062.

alter table accounts.organization add column closed_at timestamptz;
-- When what nobody has to keep was taken away.
alter table accounts.organization add column ended_at timestamptz;
alter table accounts.organization add check (ended_at is null or closed_at is not null);
create index organization_closed on accounts.organization (closed_at) where closed_at is not null and ended_at is null;

-- Whoever remembers who may come in forgets it at the commit.
drop trigger access_of_organization_changes on accounts.organization;
create trigger access_of_organization_changes after update on accounts.organization for each row
  when ((old.name, old.asks_second_factor, old.closed_at) is distinct from
    (new.name, new.asks_second_factor, new.closed_at))
  execute function accounts.tell_of_access();

-- One that is closed needs no owner: whoever deletes their account takes the last way back with them.
create or replace function accounts.keep_an_owner() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from accounts.organization where id = old.organization_id and closed_at is null for update;
  if found and not exists (
    select from accounts.member where organization_id = old.organization_id and role = 'owner'
  ) then
    raise exception 'an organization has an owner' using errcode = 'ST006';
  end if;
  return null;
end
$$;

-- The links of its customers show nothing meanwhile, and show again once it is opened.
create or replace function find_share_link(hash bytea, out organization_id uuid, out link_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select l.organization_id, l.id
  from public.share_links l join accounts.organization o on o.id = l.organization_id
  where l.secret_hash = hash and o.closed_at is null;
end;

-- And in the morning nobody hears of what waits there.
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
    from needs n
    join accounts.organization o on o.id = n.organization_id and o.closed_at is null
    left join public.digests d on d.organization_id = n.organization_id
    where n.since <= morning and (d.told_at is null or d.told_at < morning)
    group by n.organization_id, d.told_at
    -- Half a day short of a week: the mornings of two weeks are not the same to the minute.
    having d.told_at is null or max(n.since) > d.told_at or d.told_at < at - interval '6 days 12 hours'
    order by 1
    limit most;
end;

-- The owner of these functions alone takes away what they take away.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'attachments', 'case_messages', 'case_proposals', 'cases', 'connection_secrets', 'connections', 'customers', 'digests',
    'exports', 'import_mappings', 'imports', 'invoice_attachments', 'invoice_lines', 'invoices', 'mail_servers',
    'mail_settings', 'mail_templates', 'message_recipients', 'products', 'share_links'
  ] loop
    execute format('create policy owner_closes on %I to %I using (true)', table_name, current_user);
  end loop;
end
$$;

-- All that ends at once, or none of it. Returns whether it was open until now.
create function close_organization(of_organization uuid) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  update accounts.organization set closed_at = clock_timestamp() where id = of_organization and closed_at is null;
  if not found then
    return false;
  end if;
  update accounts.session set active_organization_id = null where active_organization_id = of_organization;
  delete from accounts.api_key where organization_id = of_organization;
  update accounts.invitation set status = 'canceled' where organization_id = of_organization and status = 'pending';
  -- What waits for the books stays as it is; without codes nobody sends it.
  update public.connections set state = 'disconnected', paused_cause = null, disconnected_at = clock_timestamp(),
      test_requested_at = null, next_test_at = null
    where organization_id = of_organization and state <> 'disconnected';
  delete from public.connection_secrets where organization_id = of_organization;
  delete from public.mail_servers where organization_id = of_organization;
  -- What may have left by now is not stopped; its outcome is still believed.
  update public.message_recipients
    set state = 'refused', cause = 'organization_closed', reply = null, changed_at = clock_timestamp()
    where organization_id = of_organization and state in ('waiting', 'sending');
  update public.cases set state = 'closed', outcome = 'withdrawn', closed_at = clock_timestamp(),
      changed_at = clock_timestamp(), consent_ended_at = coalesce(consent_ended_at, clock_timestamp())
    where organization_id = of_organization and state <> 'closed';
  return true;
end
$$;
revoke all on function close_organization(uuid) from public;
grant execute on function close_organization(uuid) to stella_accounts;

-- Of those that were closed long enough ago: what nobody has to keep, and who worked there. Never sooner than after a
-- month, whatever is said. Final invoices stay with what belongs to them, and so do the audit, the log and the bookings;
-- of their customers what stands on the invoices.
create function end_closed_organizations(closed_before timestamptz, most integer) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  ending uuid;
begin
  for ending in
    select id from accounts.organization
    where closed_at < least(closed_before, clock_timestamp() - interval '30 days') and ended_at is null
    order by closed_at limit least(most, 100) for update skip locked
  loop
    delete from accounts.invitation where organization_id = ending;
    delete from accounts.member where organization_id = ending;
    delete from public.imports where organization_id = ending;
    delete from public.import_mappings where organization_id = ending;
    delete from public.exports where organization_id = ending;
    delete from public.products where organization_id = ending;
    delete from public.mail_templates where organization_id = ending;
    delete from public.mail_settings where organization_id = ending;
    delete from public.digests where organization_id = ending;
    delete from public.case_proposals where organization_id = ending;
    delete from public.case_messages where organization_id = ending;
    update public.share_links set revoked_at = clock_timestamp()
      where organization_id = ending and revoked_at is null;
    delete from public.invoice_attachments a using public.invoices i
      where a.organization_id = ending and i.organization_id = ending and i.id = a.invoice_id and i.state = 'draft';
    delete from public.attachments a
      where a.organization_id = ending and not exists (
        select from public.invoice_attachments k where k.organization_id = ending and k.attachment_id = a.id);
    delete from public.invoice_lines l using public.invoices i
      where l.organization_id = ending and i.organization_id = ending and i.id = l.invoice_id and i.state = 'draft';
    delete from public.invoices where organization_id = ending and state = 'draft';
    delete from public.customers c
      where c.organization_id = ending
        and not exists (select from public.invoices i where i.organization_id = ending and i.customer_id = c.id)
        and not exists (select from public.relations r where r.organization_id = ending and r.customer_id = c.id)
        and not exists (select from public.customers o where o.organization_id = ending and o.merged_into = c.id);
    update public.customers set contact_name = null, email = null, phone = null, postal_address = null, contacts = '[]',
        search_text = '', archived_at = coalesce(archived_at, clock_timestamp())
      where organization_id = ending;
    update accounts.organization set ended_at = clock_timestamp() where id = ending;
    return next ending;
  end loop;
end
$$;
revoke all on function end_closed_organizations(timestamptz, integer) from public;
grant execute on function end_closed_organizations(timestamptz, integer) to stella_worker;
