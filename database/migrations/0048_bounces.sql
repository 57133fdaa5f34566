-- A mail that came back is known by its id alone, so of which organization it is, is looked up by that.
create function organizations_of_message(message uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select organization_id from public.messages where id = message;
end;
create index messages_by_id on messages (id);
do $$
begin
  execute format('create policy owner_reads on messages for select to %I using (true)', current_user);
end
$$;
revoke all on function organizations_of_message from public;
grant execute on function organizations_of_message to stella_mail;
