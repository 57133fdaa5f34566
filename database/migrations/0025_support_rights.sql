-- Whose name stands in the audit is decided by a session and by nothing that a statement says: a line in the pool of the
-- support desk, or of the web, could name anybody. Neither pool may read a session, so neither can choose another's.
create function record_support_audit(
  token_hash text, of_organization uuid, of_booking uuid, of_relation uuid, what text
) returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.support_audit (organization_id, user_id, user_name, action, booking_id, relation_id)
  select of_organization, u.id, u.name, what, of_booking, of_relation
  from accounts.session s join accounts."user" u on u.id = s.user_id
  where s.token = token_hash and s.expires_at > clock_timestamp() and s.impersonated_by is null
    and u.role = 'support' and u.banned is not true;
  if not found then
    raise exception 'nobody of the support desk has this session' using errcode = 'ST005';
  end if;
end
$$;
revoke all on function record_support_audit from public;
grant execute on function record_support_audit to stella_app, stella_support;

drop policy support_adds on support_audit;
drop policy support_reads on support_audit;
revoke insert on support_audit from stella_app;
-- No screen of the support desk shows the audit; the organization reads its own.
revoke select, insert on support_audit from stella_support;

do $$
begin
  execute format('create policy owner_adds on support_audit for insert to %I with check (true)', current_user);
end
$$;

-- The support desk reads what its screens show and what finds it, and no other column.
revoke select on activities, bookings, connections, exchanges, relations from stella_support;
revoke select (created_at, finalized_at, number, state) on invoices from stella_support;
revoke select (organization_id) on books from stella_support;
grant select (id, position, at, kind, outcome, subject_type, subject_id, parameters, organization_id)
  on activities to stella_support;
grant select (
  id, organization_id, invoice_id, invoice_number, state, changed_at, attempts, cause, cause_code, relation_id, books_id,
  reference, mutation, mutation_number
) on bookings to stella_support;
grant select (id, organization_id, books_id, state, paused_at, paused_cause) on connections to stella_support;
grant select (
  id, booking_id, relation_id, started_at, finished_at, operation, outcome, code, http_status, request, response
) on exchanges to stella_support;
grant select (id, organization_id, customer_id, books_id, code, state, changed_at, attempts, cause, cause_code)
  on relations to stella_support;
