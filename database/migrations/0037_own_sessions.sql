-- A session as its person sees it, how long it may live at most, and when its password was last given.

-- When somebody last showed with a password that it is they who sit there.
alter table accounts.session add column authenticated_at timestamptz not null default now();
-- To within a few minutes.
alter table accounts.session add column last_seen_at timestamptz not null default now();

-- However often a session is renewed, it ends thirty days after it began.
create function accounts.end_session_in_time() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  new.expires_at := least(new.expires_at, new.created_at + interval '30 days');
  return new;
end
$$;
revoke execute on function accounts.end_session_in_time() from public;
create trigger sessions_end_in_time before insert or update on accounts.session
  for each row execute function accounts.end_session_in_time();
update accounts.session set expires_at = expires_at;

drop trigger access_of_session_changes on accounts.session;
create trigger access_of_session_changes after update on accounts.session for each row
  when ((old.active_organization_id, old.authenticated_at) is distinct from
    (new.active_organization_id, new.authenticated_at))
  execute function accounts.tell_of_access();
