-- Owners are told by mail of what lets others in or moves money. The entry of the audit is what tells it, so no way to
-- change such a thing can forget it. Which entries are told: mail/src/audit/told.ts.

-- Up to which entry its owners were told, or letters to them stand in the queue. What is there now is no news.
alter table audit_heads add column told_up_to bigint not null default 0;
update audit_heads set told_up_to = position;
create index audit_heads_untold on audit_heads (organization_id) where position > told_up_to;

create policy mail_tells on audit_heads for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_moves_on on audit_heads for update to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_tells on audit_entries for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select (organization_id, position, told_up_to), update (told_up_to) on audit_heads to stella_mail;
grant select (organization_id, position, at, actor_kind, actor_name, ip_address, action, subject, before, after)
  on audit_entries to stella_mail;

-- Where something is untold, of all organizations: their ids and nothing else.
create function organizations_with_untold_audit(most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select organization_id from public.audit_heads where position > told_up_to limit most;
end;
revoke all on function organizations_with_untold_audit(integer) from public;
grant execute on function organizations_with_untold_audit(integer) to stella_mail;

-- As the letters of a pause.
select jobs.create_queue('audit-letter', '{"policy": "standard", "retryLimit": 390, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
