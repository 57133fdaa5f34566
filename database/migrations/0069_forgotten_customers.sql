-- A customer who is forgotten leaves nothing in the log either, once nothing else is left of them: an entry about who is
-- no longer there. What the log says of invoices stays as long as they do.
create function forget_entries_of_customer(of_customer uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from public.activities a
  where a.organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid
    and a.subject_type = 'customer' and a.subject_id = of_customer
    and not exists (
      select from public.customers c where c.organization_id = a.organization_id and c.id = of_customer);
end;
revoke all on function forget_entries_of_customer(uuid) from public;
grant execute on function forget_entries_of_customer(uuid) to stella_app;
