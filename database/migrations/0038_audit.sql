-- Who changed what lets others in or moves money, for the owners of an organization. Each entry is chained to the one
-- before it by a hash, so that a change behind Stella's back shows, also where it was made by somebody who may switch
-- triggers off; the head of each chain shows an entry that was cut off its end.

create table audit_entries (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  position bigint not null check (position > 0),
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'program', 'operator')),
  -- No reference: whoever left stays named.
  actor_id uuid,
  actor_name text not null,
  ip_address text,
  action text not null,
  -- Whom or what it is about, in words: an address, the name of a key or of a series.
  subject text,
  before jsonb,
  after jsonb,
  previous bytea,
  hash bytea not null,
  primary key (organization_id, position),
  unique (organization_id, id)
);

create table audit_heads (
  organization_id uuid primary key references accounts.organization (id),
  position bigint not null,
  hash bytea
);

create function hash_of_audit(entry audit_entries) returns bytea language sql stable
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC'
  as $$
    select sha256(coalesce(entry.previous, ''::bytea)
      || convert_to((to_jsonb(entry) - '{previous,hash}'::text[])::text, 'UTF8'))
  $$;

-- An entry is added here alone, so nobody chooses its place, time or hash. A transaction of one organization adds none
-- to another.
create function record_audit(
  of_organization uuid, by_kind text, by_id uuid, by_name text, from_address text, what text, about text,
  was jsonb, became jsonb
) returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head public.audit_heads;
  entry public.audit_entries;
begin
  if nullif(current_setting('stella.organization_id', true), '')::uuid <> of_organization then
    raise exception 'an entry of another organization' using errcode = '42501';
  end if;
  insert into public.audit_heads (organization_id, position) values (of_organization, 0) on conflict do nothing;
  select * into head from public.audit_heads where organization_id = of_organization for update;
  entry := row(of_organization, head.position + 1, gen_random_uuid(), clock_timestamp(), by_kind, by_id, by_name,
    from_address, what, about, was, became, head.hash, null);
  entry.hash := public.hash_of_audit(entry);
  insert into public.audit_entries select entry.*;
  update public.audit_heads set position = entry.position, hash = entry.hash where organization_id = of_organization;
end
$$;

create function refuse_change_of_audit() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'the audit stays as it was written' using errcode = 'ST007';
end
$$;
create trigger audit_stays before update or delete on audit_entries
  for each row execute function refuse_change_of_audit();
revoke execute on function hash_of_audit(audit_entries), refuse_change_of_audit(),
  record_audit(uuid, text, uuid, text, text, text, text, jsonb, jsonb) from public;
grant execute on function record_audit(uuid, text, uuid, text, text, text, text, jsonb, jsonb)
  to stella_app, stella_accounts;
grant execute on function hash_of_audit(audit_entries) to stella_app;
grant select on audit_entries, audit_heads to stella_app;
grant usage on schema public to stella_accounts;

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy own_organization on audit_entries for select to stella_app
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy own_organization on audit_heads for select to stella_app
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
do $$
begin
  execute format('create policy owner_writes on audit_entries to %I using (true) with check (true)', current_user);
  execute format('create policy owner_writes on audit_heads to %I using (true) with check (true)', current_user);
end
$$;
