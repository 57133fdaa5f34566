-- Where nothing is found for what was typed, what looks like it: by threes of letters, word by word, in the index that
-- finds parts of words. Each function sees the organization of the transaction alone, as in 0028.
do $$
begin
  execute format('create policy owner_searches on products for select to %I using (true)', current_user);
end
$$;

-- Half of its threes is left of a word with a letter too many, too few or wrong. Two letters that changed places in the
-- middle of a short one leave a little more than a third; with less it is another word. The more is asked for, the fewer
-- are looked at.
create function customers_alike(words text[], wanted integer) returns table (alike_id uuid, likeness real)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The longest narrows most.
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  others text[] := array_remove(words, longest);
  threshold text;
begin
  foreach threshold in array array['0.5', '0.35'] loop
    perform set_config('pg_trgm.word_similarity_threshold', threshold, true);
    return query execute
      'select id, (select avg(extensions.word_similarity(word, search_text)) from unnest($2) as word)::real as likeness
       from customers
       where organization_id = $3 and archived_at is null and merged_into is null
         and search_text operator(extensions.%>) $1 and search_text operator(extensions.%>) all ($5)
       order by likeness desc, sort_name, id limit $4'
      using longest, words, nullif(current_setting('stella.organization_id', true), '')::uuid, wanted, others;
    if found then
      return;
    end if;
  end loop;
end
$$;

create function products_alike(words text[], wanted integer) returns table (alike_id uuid, likeness real)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_config('pg_trgm.word_similarity_threshold', '0.35', true);
  return query
    select id, (select avg(extensions.word_similarity(word, search_text)) from unnest(words) as word)::real as likeness
    from products
    where organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid and not is_archived
      and search_text operator(extensions.%>) all (words)
    order by likeness desc, sort_name, id limit wanted;
end
$$;

revoke all on function customers_alike(text[], integer), products_alike(text[], integer) from public;
grant execute on function customers_alike(text[], integer), products_alike(text[], integer) to stella_app;
