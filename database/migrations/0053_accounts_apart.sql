-- The tables of accounts keep organizations and people apart by themselves as well.
--
-- Signing in (stella_accounts) finds people by their address and sessions by their token before it knows whose they are,
-- so while a transaction names nobody it sees all. Once it names an organization it sees who works there, and of
-- passwords, second factors and links in letters nothing; once it names a person, what is theirs alone. A filter that is
-- forgotten in a room of members, keys, sessions or passwords then shows nothing of others.
--
-- The mail sees who works for the organization it writes about, and who was its owner until an entry of the audit.
-- Nobody else sees a person, a session or a key at all (expected-grants.ts). `attempts` holds keyed hashes of nobody.

do $$
declare
  organization constant text := $q$nullif(current_setting('stella.organization_id', true), '')::uuid$q$;
  person constant text := $q$nullif(current_setting('stella.user_id', true), '')::uuid$q$;
  works_there constant text := 'exists (select from accounts.member m where m.user_id = %s and m.organization_id = %s)';
  table_name text;
  visible text;
begin
  for table_name, visible in values
    ('user', format('(%1$s is null or %3$s) and (%2$s is null or id = %2$s)', organization, person,
      format(works_there, '"user".id', organization))),
    ('session', format('(%1$s is null or %3$s) and (%2$s is null or user_id = %2$s)', organization, person,
      format(works_there, 'session.user_id', organization))),
    ('account', format('%1$s is null and (%2$s is null or user_id = %2$s)', organization, person)),
    ('two_factor', format('%1$s is null and (%2$s is null or user_id = %2$s)', organization, person)),
    ('verification', format('%1$s is null and (%2$s is null or value = %2$s::text)', organization, person)),
    ('member', format('(%1$s is null or organization_id = %1$s) and (%2$s is null or user_id = %2$s)',
      organization, person)),
    ('invitation', format('(%1$s is null or organization_id = %1$s) and %2$s is null', organization, person)),
    ('api_key', format('(%1$s is null or organization_id = %1$s) and (%2$s is null or user_id = %2$s)',
      organization, person))
  loop
    execute format('alter table accounts.%I enable row level security', table_name);
    execute format('alter table accounts.%I force row level security', table_name);
    execute format('create policy whom_it_names on accounts.%I to stella_accounts using (%s)', table_name, visible);
    execute format('create policy owner_manages on accounts.%I to %I using (true)', table_name, current_user);
  end loop;
  alter table accounts.organization force row level security;
  execute format('create policy owner_manages on accounts.organization to %I using (true)', current_user);
  drop policy accounts_manage on accounts.organization;
  execute format('create policy whom_it_names on accounts.organization to stella_accounts using (
    (%1$s is null or id = %1$s) and (%2$s is null or exists (
      select from accounts.member m where m.user_id = %2$s and m.organization_id = organization.id)))',
    organization, person);

  execute format('create policy mail_reads on accounts.member for select to stella_mail
    using (organization_id = %s)', organization);
  execute format($q$create policy mail_reads on accounts."user" for select to stella_mail using (
    %1$s or email in (select e.subject from public.audit_entries e
      where e.organization_id = %2$s and e.before ->> 'role' = 'owner'))$q$,
    format(works_there, '"user".id', organization), organization);
end
$$;
