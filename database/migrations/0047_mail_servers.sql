-- The mail server through which an organization sends itself. Its password is sealed, as the codes of its books are.
create table mail_servers (
  organization_id uuid primary key
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  host text not null check (host <> ''),
  port integer not null check (port between 1 and 65535),
  -- invoicing/src/messages/mail-server.ts says what each means.
  security text not null check (security in ('tls', 'starttls', 'none')),
  -- Null where the server asks for no sign-in.
  username text check (username <> ''),
  -- The address that mail comes from.
  sender text not null check (sender <> ''),
  key_name text,
  wrapped_key bytea,
  sealed_password bytea,
  tested_at timestamptz not null,
  check ((username is null) = (sealed_password is null)),
  check ((sealed_password is null) = (wrapped_key is null) and (sealed_password is null) = (key_name is null))
);

alter table mail_servers enable row level security;
alter table mail_servers force row level security;
create policy own_organization on mail_servers to stella_app, stella_worker, stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);

-- The web writes a password and never reads one.
grant select (organization_id, host, port, security, username, sender, tested_at), insert, delete on mail_servers to stella_app;
-- The mail sends with it; the worker's role seals it anew when a key is retired.
grant select on mail_servers to stella_mail, stella_worker;
grant update (key_name, wrapped_key, sealed_password) on mail_servers to stella_worker;

-- Which organizations have one, for the retiring of a key.
create function organizations_with_mail_server(after uuid, batch integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select organization_id from public.mail_servers where organization_id > after order by 1 limit batch;
end;
do $$
begin
  execute format('create policy owner_reads on mail_servers for select to %I using (true)', current_user);
end
$$;
revoke all on function organizations_with_mail_server from public;
grant execute on function organizations_with_mail_server to stella_worker;
