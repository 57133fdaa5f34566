-- From version 16 on, PostgreSQL lets who makes a role administer it, but not act as it. An owner that is no
-- superuser is a member then, so what made the roles granted it nothing, and no part of the program could start.
do $$
declare
  role_name text;
begin
  if current_setting('server_version_num')::int < 160000 then
    return;
  end if;
  foreach role_name in array array['stella_app', 'stella_worker', 'stella_support', 'stella_accounts', 'stella_mail'] loop
    if not pg_has_role(current_user, role_name, 'set') then
      execute format('grant %I to current_user with set true, inherit false', role_name);
    end if;
  end loop;
end $$;
