-- The audit of the installation itself: what whoever runs Stella did by a command, and what its support desk did in any
-- organization. Chained like those of the organizations (0038), and nobody may change or remove an entry.

create table installation_audit (
  position bigint primary key check (position > 0),
  id uuid not null unique default gen_random_uuid(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('operator', 'support')),
  -- Of the support desk; whoever runs Stella has no name here but that of their user on the machine.
  actor_id uuid,
  actor_name text not null,
  action text not null,
  -- Whom or what it is about, in words: an address, the name of an organization or of a key.
  subject text,
  after jsonb,
  previous bytea,
  hash bytea not null
);

create table installation_audit_head (
  is_the_only_one boolean primary key default true check (is_the_only_one),
  position bigint not null,
  hash bytea
);
insert into installation_audit_head (position) values (0);

create function hash_of_installation_audit(entry installation_audit) returns bytea language sql stable
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC'
  as $$
    select sha256(coalesce(entry.previous, ''::bytea)
      || convert_to((to_jsonb(entry) - '{previous,hash}'::text[])::text, 'UTF8'))
  $$;

-- An entry is added here alone, so nobody chooses its place, time or hash.
create function record_installation_audit(
  by_kind text, by_id uuid, by_name text, what text, about text, became jsonb
) returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head public.installation_audit_head;
  entry public.installation_audit;
begin
  select * into head from public.installation_audit_head for update;
  entry := row(head.position + 1, gen_random_uuid(), clock_timestamp(), by_kind, by_id, by_name, what, about, became,
    head.hash, null);
  entry.hash := public.hash_of_installation_audit(entry);
  insert into public.installation_audit select entry.*;
  update public.installation_audit_head set position = entry.position, hash = entry.hash;
end
$$;

create trigger installation_audit_stays before update or delete on installation_audit
  for each row execute function refuse_change_of_audit();

-- Whatever way an act of the support desk is written down, it is written down here too.
create function tell_installation_of_support() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform public.record_installation_audit('support', new.user_id, new.user_name, 'support_' || new.action,
    (select name from accounts.organization where id = new.organization_id), null);
  return null;
end
$$;
create trigger installation_hears_of_support after insert on support_audit
  for each row execute function tell_installation_of_support();

revoke execute on function hash_of_installation_audit(installation_audit), tell_installation_of_support(),
  record_installation_audit(text, uuid, text, text, text, jsonb) from public;
grant execute on function record_installation_audit(text, uuid, text, text, text, jsonb)
  to stella_accounts, stella_worker;
grant execute on function hash_of_installation_audit(installation_audit) to stella_accounts;
grant select on installation_audit, installation_audit_head to stella_accounts;
