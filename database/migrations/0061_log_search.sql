-- The log of a large business is found in: by parts of words, by who did it, and by the day.

-- Who did it, of what a person did.
alter table activities add column by_name text;
update activities set by_name = parameters ->> 'by'
  where parameters ->> 'by' is not null and parameters ->> 'by' not in ('organization', 'support');
create index activities_by_person on activities (organization_id, by_name, position desc) where by_name is not null;

-- A month of long ago is read from its last day on. Position and time rise together but for clocks that differ, so the
-- time leads here, and the position tells entries of one instant apart.
create index activities_by_time on activities (organization_id, at desc, position desc);

-- What waits is looked for among what ever waited.
create index activities_waiting on activities (organization_id, position desc) where outcome = 'waiting';

-- Parts of words, by threes of letters. What is added is gathered in a list that every search reads too; kept short, so
-- that whoever writes the log never waits long for it to be sorted in.
create index activities_by_text on activities
  using gin (organization_id extensions.uuid_ops, search_text extensions.gin_trgm_ops) with (gin_pending_list_limit = 256);

-- As customers_found(): the planner may use that index only where no row-level security stands before it. A common word
-- is found along the newest entries, a rare one by the index. Each pattern says a part of the text; a word of one or two
-- letters, of which there are no threes, is looked for where words begin.
create function activities_found(
  words text[], among_subjects text[], with_outcome text, by_person text, since timestamptz, before timestamptz,
  below bigint, newest integer, wanted integer
) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  own uuid := nullif(current_setting('stella.organization_id', true), '')::uuid;
  matching text := (
    select string_agg(case when length(word) > 2 then format('search_text like %L', '%' || word || '%')
      else format('(search_text like %L or search_text like %L)', word || '%', '% ' || word || '%') end, ' and ')
    from unnest(words) as word);
  narrowed text := '($2 is null or subject_type = any ($2)) and ($3 is null or outcome = $3)
    and ($4 is null or by_name = $4) and ($5 is null or at >= $5) and ($6 is null or at < $6)
    and ($7 is null or position < $7)';
  found bigint[];
begin
  execute 'select array_agg(position) from (
      select position, search_text, subject_type, outcome, by_name, at from activities
      where organization_id = $1 and ($7 is null or position < $7) order by position desc limit $8
    ) as recent where ' || matching || ' and ' || narrowed
    using own, among_subjects, with_outcome, by_person, since, before, below, newest into found;
  if cardinality(found) >= wanted then
    return query select * from unnest(found) as it order by it desc limit wanted;
    return;
  end if;
  return query execute 'with found as materialized (
      select position from activities where organization_id = $1 and ' || matching || ' and ' || narrowed || '
    ) select position from found order by position desc limit $8'
    using own, among_subjects, with_outcome, by_person, since, before, below, wanted;
end
$$;
revoke all on function activities_found(text[], text[], text, text, timestamptz, timestamptz, bigint, integer, integer)
  from public;
grant execute on function
  activities_found(text[], text[], text, text, timestamptz, timestamptz, bigint, integer, integer) to stella_app;
