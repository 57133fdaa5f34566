-- The last of a list that is sorted by state are few of many, or all there are of another program.
create index invoices_of_history on invoices (organization_id, invoice_date desc, ordinal desc) where origin is not null;
create index invoices_of_nothing on invoices (organization_id, invoice_date desc, ordinal desc)
  where total_net = 0 and total_vat = 0;

-- As in 0060; by the name of today are looked for drafts, and apart from them customers that changed: together every
-- invoice of whoever has a common word in their name would be gone through.
create or replace function invoices_found(words text[], most integer) returns table (found_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The longest says most.
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  own uuid := nullif(current_setting('stella.organization_id', true), '')::uuid;
begin
  return query execute
    'select distinct id from (
       (select id from invoices where organization_id = $1 and search_text like $2 and search_text like all ($3) limit $4)
       union all
       (select invoices.id from invoices join customers
          on customers.organization_id = invoices.organization_id and customers.id = invoices.customer_id
        where invoices.organization_id = $1 and invoices.state = ''draft''
          and (invoices.search_text || '' '' || customers.sort_name) like all ($3) limit $4)
       union all
       (select invoices.id from customers join invoices
          on invoices.organization_id = customers.organization_id and invoices.customer_id = customers.id
        where customers.organization_id = $1 and customers.revision > 1 and customers.search_text like any ($3)
          and (invoices.search_text || '' '' || customers.sort_name) like all ($3) limit $4)
     ) as found'
    using own, longest, words, most;
end
$$;
