-- People, their sessions, the organizations they belong to, and the organizations' API keys.
--
-- The tables are those of better-auth 1.7.5 with its organization, admin and api-key plugins, written by its
-- own generator and then kept here: snake_case columns, foreign keys where the generator leaves plain text,
-- and one role that may touch this schema and nothing else. api/src/accounts/columns.ts maps the names.

-- Roles belong to the whole cluster, so they may already exist, and another database of the same cluster may
-- be creating them at this very moment. They cannot log in and own nothing; a pool takes one with SET ROLE.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['stella_app', 'stella_worker', 'stella_support', 'stella_accounts'] loop
    begin
      execute format('create role %I nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls', role_name);
    exception
      when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
end
$$;

create schema accounts;

create table accounts."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  role text,
  banned boolean,
  ban_reason text,
  ban_expires timestamptz
);

create table accounts.organization (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique,
  logo text,
  created_at timestamptz not null default now(),
  metadata text
);

-- token holds a SHA-256 of the token in the cookie: a stolen copy of this table signs nobody in.
create table accounts.session (
  id uuid primary key default gen_random_uuid(),
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references accounts."user" (id) on delete cascade,
  active_organization_id uuid references accounts.organization (id) on delete set null,
  impersonated_by uuid references accounts."user" (id) on delete cascade
);
create index session_user_id on accounts.session (user_id);
create index session_expires_at on accounts.session (expires_at);

create table accounts.account (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references accounts."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index account_user_id on accounts.account (user_id);

create table accounts.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on accounts.verification (identifier);

create table accounts.member (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references accounts.organization (id) on delete cascade,
  user_id uuid not null references accounts."user" (id) on delete cascade,
  role text not null,
  created_at timestamptz not null default now(),
  unique (organization_id, user_id)
);
create index member_user_id on accounts.member (user_id);

create table accounts.invitation (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references accounts.organization (id) on delete cascade,
  email text not null,
  role text,
  status text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  inviter_id uuid not null references accounts."user" (id) on delete cascade
);
create index invitation_organization_id on accounts.invitation (organization_id);
create index invitation_email on accounts.invitation (email);

-- key holds a SHA-256 of the key; the key itself is shown once, when it is made.
create table accounts.api_key (
  id uuid primary key default gen_random_uuid(),
  config_id text not null default 'default',
  name text,
  start text,
  organization_id uuid not null references accounts.organization (id) on delete cascade,
  prefix text,
  key text not null unique,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  enabled boolean default true,
  rate_limit_enabled boolean default false,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer default 0,
  remaining integer,
  last_request timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  permissions text,
  metadata text
);
create index api_key_organization_id on accounts.api_key (organization_id);

-- Guesses at the password of one address within the last hour; the address is kept as a keyed hash, so the
-- table does not say whom somebody tried to be, nor whether that account exists.
create table accounts.sign_in_guesses (
  address_hash bytea primary key,
  guessed_at timestamptz[] not null
);

grant usage on schema accounts to stella_accounts, stella_app, stella_worker, stella_support;

grant select, insert, update, delete on
  accounts."user", accounts.session, accounts.account, accounts.verification, accounts.member,
  accounts.invitation, accounts.api_key, accounts.sign_in_guesses
to stella_accounts;
-- An organization owns final invoices, which must be kept for years: nobody but the owner may delete one.
grant select, insert, update on accounts.organization to stella_accounts;

-- The others know an organization by its name alone: no person, no session, no key.
grant select (id, name) on accounts.organization to stella_app, stella_worker, stella_support;
