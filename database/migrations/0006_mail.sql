-- What Stella tells people by mail. The role of the mail knows people, which the roles of tenants do not, and of
-- tenants only whether their connection is paused and why.

do $$
begin
  begin
    create role stella_mail nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls;
  exception
    when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role(current_user, 'stella_mail', 'member') then
    grant stella_mail to current_user;
  end if;
end
$$;

-- The language a person last used Stella in; null when that is not known.
alter table accounts."user" add column language text check (language in ('nl', 'en'));

-- When it last went from active to paused. It stays the same while the cause changes, and after the pause.
alter table connections add column paused_at timestamptz;
update connections set paused_at = clock_timestamp() where state = 'paused';

-- One row per organization and cause: what its people were last told of it. A new pause takes the row over, with
-- a new id, unless they have been told within a day or are about to be.
create table pause_notices (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  cause text not null,
  id uuid not null unique default gen_random_uuid(),
  -- queued: its job stands in the queue; addressed: one job for each person; told: the first mail has left;
  -- withdrawn: the connection resumed before any mail left.
  state text not null default 'queued' check (state in ('queued', 'addressed', 'told', 'withdrawn')),
  paused_at timestamptz not null,
  told_at timestamptz check ((state = 'told') = (told_at is not null)),
  primary key (organization_id, cause)
);

alter table pause_notices enable row level security;
alter table pause_notices force row level security;
create policy own_organization on pause_notices to stella_worker, stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_reads on connections for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_adds on activities for insert to stella_mail
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_reads on activities for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);

create policy mail_reads on accounts.organization for select to stella_mail
  using (id = nullif(current_setting('stella.organization_id', true), '')::uuid);

grant usage on schema public to stella_mail;
grant select, insert, update on pause_notices to stella_worker;
grant select, update on pause_notices to stella_mail;
grant select (id, organization_id, state, paused_cause, paused_at, next_test_at) on connections to stella_mail;
-- Reading is for RETURNING alone.
grant insert, select (id, organization_id, position, at) on activities to stella_mail;

grant usage on schema accounts to stella_mail;
grant select (id, name) on accounts.organization to stella_mail;
grant select (organization_id, user_id, role) on accounts.member to stella_mail;
grant select (id, name, email, banned, language) on accounts."user" to stella_mail;

-- The worker adds a job in the transaction that makes it necessary, and sees no other.
grant usage on schema jobs to stella_worker, stella_mail;
grant select on jobs.queue to stella_worker;
grant insert, select (id) on jobs.job_common to stella_worker;
grant select, insert, update, delete on all tables in schema jobs to stella_mail;

-- The first finds out whom to tell, the second sends one mail to one person. A mail server may be away for three
-- days: from 15 s the waits double up to a quarter of an hour, about 11 minutes each on average.
select jobs.create_queue('pause-notice', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 5,
  "retryBackoff": true, "retryDelayMax": 300, "expireInSeconds": 60}');
select jobs.create_queue('pause-letter', '{"policy": "standard", "retryLimit": 390, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
