-- Colleagues: the roles they have, how they are invited, and word of what is withdrawn, wherever it is withdrawn.

update accounts.member set role = 'owner' where string_to_array(role, ',') && array['owner', 'admin'];
update accounts.member set role = 'member' where role <> 'owner';
alter table accounts.member add constraint member_role_check check (role in ('owner', 'member', 'bookkeeper', 'viewer'));
-- To within a few minutes.
alter table accounts.member add column last_seen_at timestamptz;

delete from accounts.invitation;
alter table accounts.invitation alter column role set not null;
alter table accounts.invitation add constraint invitation_role_check
  check (role in ('owner', 'member', 'bookkeeper', 'viewer'));
alter table accounts.invitation add constraint invitation_status_check
  check (status in ('pending', 'accepted', 'canceled'));
-- When its letter was last sent.
alter table accounts.invitation add column sent_at timestamptz not null default now();
create unique index invitation_pending on accounts.invitation (organization_id, email) where status = 'pending';

-- A key is of a person, does what they may as far as it was made for, and goes with them. Those of before are of the
-- first owner.
alter table accounts.api_key add column user_id uuid references accounts."user" (id) on delete cascade;
alter table accounts.api_key add column scope text not null default 'write' check (scope in ('read', 'write'));
update accounts.api_key k set user_id = (
  select m.user_id from accounts.member m
  where m.organization_id = k.organization_id and m.role = 'owner' order by m.created_at, m.id limit 1);
create index api_key_user_id on accounts.api_key (user_id);

-- Of two owners who leave at once one stays: whoever comes second waits, and then sees that the other is gone.
create function accounts.keep_an_owner() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from accounts.organization where id = old.organization_id for update;
  if found and not exists (
    select from accounts.member where organization_id = old.organization_id and role = 'owner'
  ) then
    raise exception 'an organization has an owner' using errcode = 'ST006';
  end if;
  return null;
end
$$;
create trigger an_owner_stays after delete or update on accounts.member
  for each row when (old.role = 'owner') execute function accounts.keep_an_owner();

-- Whoever remembers who may come in hears at the commit what no longer holds, whatever program or person changed it.
create function accounts.tell_of_access() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(coalesce(old, new));
begin
  perform pg_notify('stella_access', case tg_table_name
    when 'api_key' then 'program ' || (changed ->> 'id')
    when 'organization' then 'organization ' || (changed ->> 'id')
    when 'user' then 'person ' || (changed ->> 'id')
    else 'person ' || (changed ->> 'user_id')
  end);
  return null;
end
$$;
revoke execute on function accounts.keep_an_owner(), accounts.tell_of_access() from public;

create trigger access_of_session_ends after delete on accounts.session
  for each row execute function accounts.tell_of_access();
create trigger access_of_session_changes after update on accounts.session for each row
  when (old.active_organization_id is distinct from new.active_organization_id)
  execute function accounts.tell_of_access();
create trigger access_of_member_begins_or_ends after insert or delete on accounts.member
  for each row execute function accounts.tell_of_access();
create trigger access_of_member_changes after update on accounts.member for each row
  when (old.role is distinct from new.role) execute function accounts.tell_of_access();
create trigger access_of_person_changes after update on accounts."user" for each row
  when ((old.banned, old.role, old.name, old.email) is distinct from (new.banned, new.role, new.name, new.email))
  execute function accounts.tell_of_access();
create trigger access_of_program_ends after delete on accounts.api_key
  for each row execute function accounts.tell_of_access();
create trigger access_of_program_changes after update on accounts.api_key for each row
  when ((old.enabled, old.scope, old.expires_at) is distinct from (new.enabled, new.scope, new.expires_at))
  execute function accounts.tell_of_access();
create trigger access_of_organization_changes after update on accounts.organization for each row
  when (old.name is distinct from new.name) execute function accounts.tell_of_access();
