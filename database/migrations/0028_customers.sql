-- What is agreed with a customer, how one leaves the list and goes up in another, and how one is found among many.

alter table customers add column postal_address jsonb;
alter table customers add column contacts jsonb not null default '[]';
alter table customers add column oin text;
alter table customers add column peppol_id text;
alter table customers add column payment_term_days integer check (payment_term_days between 0 and 365);
alter table customers add column document_language text check (document_language in ('nl', 'en', 'de'));
alter table customers add column vat_treatment text;

-- Out of the list and not offered in new invoices; merged_into says which customer stayed when two were made one.
alter table customers add column archived_at timestamptz;
alter table customers add column merged_into uuid;
alter table customers add foreign key (organization_id, merged_into) references customers (organization_id, id);
alter table customers add constraint merged_are_archived
  check (merged_into is null or (archived_at is not null and merged_into <> id));
create index customers_merged on customers (organization_id, merged_into) where merged_into is not null;

-- Those that there are become known by their other numbers as well.
alter table customers no force row level security;
update customers set search_text = concat_ws(' ', search_text, lower(vat_number),
  nullif(regexp_replace(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), '^(00)?31(?=[0-9]{9}$)', '0'), ''))
  where vat_number is not null or phone is not null;
alter table customers force row level security;

-- Parts of words, found by threes of letters, within one organization.
-- In a schema that nobody reaches but the index.
create schema extensions;
create extension pg_trgm with schema extensions;
create extension btree_gin with schema extensions;
create index customers_by_text on customers using gin (organization_id extensions.uuid_ops, search_text extensions.gin_trgm_ops);

-- The planner may use that index only where no row-level security stands before it, as LIKE could tell of rows it is
-- not to see. The function sees what it is asked for and the organization of the transaction, and plans each question
-- anew, as a rare word is found by the index and a common one by going along the names.
do $$
begin
  execute format('create policy owner_searches on customers for select to %I using (true)', current_user);
end
$$;
create function customers_found(
  words text[], beginning text, figures text, archived boolean,
  after_rank integer, after_name text, after_id uuid, wanted integer
) returns table (found_id uuid, found_rank integer, found_name text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The longest says most.
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  own uuid := nullif(current_setting('stella.organization_id', true), '')::uuid;
  matching text := 'organization_id = $1 and (archived_at is not null) = $2 and merged_into is null
    and ((search_text like $3 and search_text like all ($4)) or search_text like $5)';
begin
  return query execute
    '(select id, 0, sort_name from customers where ' || matching || ' and search_text like $6
        and ($7 is null or ($7 = 0 and (sort_name, id) > ($8, $9))) order by sort_name, id limit $10)
     union all
     (select id, 1, sort_name from customers where ' || matching || ' and search_text not like $6
        and ($7 is null or $7 = 0 or (sort_name, id) > ($8, $9)) order by sort_name, id limit $10)'
    using own, archived, longest, words, figures, beginning,
      after_rank, after_name, after_id, wanted;
end
$$;
revoke all on function customers_found(text[], text, text, boolean, integer, text, uuid, integer) from public;
grant execute on function customers_found(text[], text, text, boolean, integer, text, uuid, integer) to stella_app;

-- Only one of whom there is nothing is taken away: the references to it see to that.
grant delete on customers to stella_app;

-- The log says of customers what is no matter of the books.
alter table activities drop constraint activities_subject_type_check;
alter table activities add constraint activities_subject_type_check
  check (subject_type in ('invoice', 'relation', 'customer', 'connection', 'organization'));
